from tests.app.survey.conftest import (
    answered_once,
    app,
    clock,
    family,
    folder,
    ready,
    sent,
    side,
    survey_data,
)

__all__ = [
    "answered_once",
    "app",
    "clock",
    "family",
    "folder",
    "ready",
    "sent",
    "side",
    "survey_data",
]
