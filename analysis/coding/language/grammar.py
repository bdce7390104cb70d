"""Small words of English that show where a clause begins: subjects, joining words, verbs."""

from functools import lru_cache


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


CONTRASTS = words_of("but although though however whereas except tho altho despite albeit")
# "nothing but praise", "even though" and "not only ... but also" hold together.
NEVER_BEFORE_CONTRAST = words_of("nothing anything all everything even as none nobody and")
JOINERS = words_of(
    "and so because cos cuz coz bcoz then while whilst until till unless or plus when if since"
)
SUBJECTS = words_of(
    "i im ive id ill we weve were wed well he hes she shes they theyre theyve theyd it its itll "
    "you youre u nobody no noone nothing someone somebody everyone everybody everything the my "
    "our his her their there theres this that thats these those both all some none people what "
    "then now"
)
VERBS = words_of(
    "is was are were am be been being has have had do does did can could will would should must "
    "may might shall got get gets gave give gives came come comes went go goes gone said say says "
    "told tell tells asked ask asks felt feel feels made make makes took take takes taken knew "
    "know knows heard hear hears sent send sends sat sit sits kept keep keeps left leave leaves "
    "need needs want wants seem seems think thinks thought lost lose read ran run runs spent "
    "spend spends spoke speak speaks found find finds put puts meant mean means met meet meets "
    "paid pay pays brought bring understood understand understands wrote write writes written "
    "began begin begins saw see sees held hold holds stood stand stands rang ring rings drew done "
    "let lets help helps happen happens work works love loves like likes hate hates hope hopes "
    "wish try tries start starts stop stops fell falls fought fight slept lie lied lies stay "
    "stays change changes look looks show shows sign wait waits chase reply replies answer "
    "answers listen listens believe trust cry cried agree refuse refuses ignore ignores explain "
    "explains struggle struggles deserve expect suppose cant couldnt wont wouldnt dont doesnt "
    "didnt isnt wasnt arent werent havent hasnt hadnt shouldnt aint im ive weve theyve hes shes "
    "its theyre youre thats theres whats dint dnt havnt"
)
# The commonest words of English; text in another language has few of them.
COMMON = (
    CONTRASTS
    | JOINERS
    | SUBJECTS
    | VERBS
    | words_of(
        "a an the of to in for on with as at by from about me us him them you your our not no very "
        "too who which how why where when any every each more most other only just also still yet "
        "again before after over out up down off into than because year week month day time good "
        "well like child school"
    )
)
# True: never the end of a sentence; False: it is, where a capital letter follows.
ABBREVIATIONS = {
    **dict.fromkeys(
        words_of("mr mrs ms miss dr prof rev st vs approx no nos fig ref eg ie dept"), True
    ),
    **dict.fromkeys(
        words_of("etc yr yrs hr hrs min mins wk wks mth mths tel ext am pm inc ave rd"), False
    ),
}


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Tell whether a word is likely a verb: a common one, or one that ends in -ed."""
    return word in VERBS or (len(word) > 4 and word.endswith("ed"))
