"""Which pages a draft leads through, and which comes next: found anew on every request."""

from dataclasses import dataclass

from analysis.definitions.routing import Route, find_route
from analysis.definitions.survey import Item, Page
from app.survey.draft_session import Draft
from app.survey.side import Side


@dataclass(frozen=True)
class Way:
    """The way through the survey that a draft's answers make.

    `due` is the first page still to be sent on (an exit always is); None: all is answered.
    """

    route: Route
    pages: tuple[Page, ...]
    after: tuple[Item, ...]
    due: Page | None

    @property
    def open_pages(self) -> tuple[Page, ...]:
        """The pages that may be shown: those sent on before, and the one that is due."""
        if self.due is None:
            return self.pages
        return self.pages[: self.pages.index(self.due) + 1]

    def before(self, page: Page) -> Page | None:
        """Return the page before this one."""
        at = self.pages.index(page)
        return self.pages[at - 1] if at else None


def find_way(side: Side, draft: Draft) -> Way:
    """Return the way a draft leads."""
    route = find_route(side.survey, side.council, draft.counted(), side.today())
    pages = tuple(page for page in route.pages if not page.after_sending)
    after = tuple(
        item for page in route.pages if page.after_sending for item in route.items_of(page)
    )
    due = next((page for page in pages if not _is_done(route, page, draft)), None)
    return Way(route, pages, after, due)


def keep_to_way(side: Side, draft: Draft) -> Way:
    """Take what is no longer asked from what counts, and return the way that is left.

    At an exit nothing is taken away: nothing can be sent from there, and a slip of the finger
    in an early answer must not cost a family the rest.
    """
    way = find_way(side, draft)
    if way.route.exit is None:
        draft.seen &= way.route.items.keys()
    return way


def _is_done(route: Route, page: Page, draft: Draft) -> bool:
    return not page.exit and all(item.id in draft.seen for item in route.items_of(page))
