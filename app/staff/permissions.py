"""Which roles may use which page: one table. What does not stand in it, no application opens."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from analysis.errors import ProjectError
from app.assets import ENDPOINT as ASSETS
from app.roles import ROLES
from app.staff.person import Person, sent_by_our_form, this_person


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use a page: anybody, or these roles; and key holders whatever their role."""

    roles: frozenset[str]
    anybody: bool = False
    key_holders: bool = False
    waiting: bool = False  # also those whose role a key holder has still to approve

    def admits(self, person: Person | None) -> bool:
        """Say whether the rule lets this person in."""
        if self.anybody or person is None:
            return self.anybody
        if person.waits:
            return self.waiting
        holds = self.key_holders and person.account.key_holder
        return holds or person.account.role in self.roles


def _roles(*names: str) -> frozenset[str]:
    return frozenset(names)


ANYBODY = Rule(_roles(), anybody=True)
SIGNED_IN = Rule(_roles(*ROLES), waiting=True)
EVERY_ROLE = Rule(_roles(*ROLES))
READERS = Rule(_roles(*(name for name, role in ROLES.items() if role.reads_words)))
LEAD = Rule(_roles("lead_reviewer"))
PUBLISHERS = Rule(_roles("lead_reviewer", "administrator"))
ADMINISTRATOR = Rule(_roles("administrator"))
KEY_HOLDER = Rule(_roles(), key_holders=True)
PEOPLE = Rule(_roles("administrator"), key_holders=True)

RULES: Mapping[str, Rule] = {
    ASSETS: ANYBODY,
    "health.healthz": ANYBODY,
    "health.readyz": ANYBODY,
    "door.show_sign_in": ANYBODY,
    "door.sign_in": ANYBODY,
    "door.home": SIGNED_IN,
    "door.sign_out": SIGNED_IN,
    "door.show_password": SIGNED_IN,
    "door.change_password": SIGNED_IN,
    "lock.show": READERS,
    "lock.unlock": READERS,
    "lock.lock": READERS,
    "dashboards.aims": EVERY_ROLE,
    "dashboards.explore": EVERY_ROLE,
    "dashboards.forum": EVERY_ROLE,
    "dashboards.journey": EVERY_ROLE,
    "files.show": EVERY_ROLE,
    "files.take": EVERY_ROLE,
    "files.aims": EVERY_ROLE,
    "files.forum": EVERY_ROLE,
    "files.themes": EVERY_ROLE,
    "files.journey": EVERY_ROLE,
    "files.table": EVERY_ROLE,
    "reading.texts": READERS,
    "reading.text": READERS,
    "quotes.show": READERS,
    "quotes.put_forward": READERS,
    "quotes.approve": LEAD,
    "quotes.remove": LEAD,
    "publishing.show": PUBLISHERS,
    "publishing.look": PUBLISHERS,
    "publishing.agree": LEAD,
    "publishing.publish": PUBLISHERS,
    "publishing.archive": PUBLISHERS,
    "publishing.digest": EVERY_ROLE,
    "publishing.digest_file": EVERY_ROLE,
    "people.show": PEOPLE,
    "people.add": ADMINISTRATOR,
    "people.remove": ADMINISTRATOR,
    "people.approve": KEY_HOLDER,
}


def guard(app: Flask) -> None:
    """Let nobody in but by the table, and refuse an application with a page outside it."""
    served = {rule.endpoint for rule in app.url_map.iter_rules()}
    if served != set(RULES):
        wrong = ", ".join(sorted(served ^ set(RULES)))
        raise ProjectError(
            f"app/staff/permissions.py: found {wrong} in the table or among the pages alone,"
            " expected every page in both"
        )
    app.before_request(_admit)


def may_use(endpoint: str, person: Person | None) -> bool:
    """Say whether a person may use a page, so that menus show no closed doors."""
    return RULES[endpoint].admits(person)


def _admit() -> Response | None:
    """Stop a request that the table does not let in, or whose form is not one of ours."""
    if request.endpoint is None:
        return None  # there is no such page
    person, rule = this_person(), RULES[request.endpoint]
    if not rule.admits(person):
        return redirect(url_for("door.show_sign_in"), 303) if person is None else abort(403)
    if request.method == "POST" and not sent_by_our_form():
        abort(400)
    return None
