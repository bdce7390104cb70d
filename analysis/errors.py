"""Everything this library can say is wrong, in one family."""


class ProjectError(Exception):
    """Said to a person without a traceback: where, what was found, what would be right."""


class InputError(ProjectError, ValueError):
    """A value that a caller or a file should not have given."""


class DefinitionError(ProjectError):
    """A survey folder that does not hold together; the message holds one fault a line."""


class StoreError(ProjectError):
    """A data folder that cannot be used as asked."""


class LockedError(ProjectError):
    """The words are locked: a key holder has to unlock them first."""


class ThrottledError(ProjectError):
    """Too many wrong tries: whoever asks has to wait."""
