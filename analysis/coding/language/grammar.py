"""Small words of English that show where a clause begins: subjects, joining words, verbs."""

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONTRASTS = _words("but although though however whereas except tho altho despite albeit")
# "nothing but praise", "even though" and "not only ... but also" hold together.
NEVER_BEFORE_CONTRAST = _words("nothing anything all everything even as none nobody and")
JOINERS = _words(
    "and so because cos cuz coz bcoz then while whilst until till unless or plus when if since"
)
SUBJECTS = _words(
    "i im ive id ill we weve were wed well he hes she shes they theyre theyve theyd it its itll you "
    "youre u nobody no noone nothing someone somebody everyone everybody everything the my our his "
    "her their there theres this that thats these those both all some none people what then now"
)
VERBS = _words(
    "is was are were am be been being has have had do does did can could will would should must may "
    "might shall got get gets gave give gives came come comes went go goes gone said say says told "
    "tell tells asked ask asks felt feel feels made make makes took take takes taken knew know knows "
    "heard hear hears sent send sends sat sit sits kept keep keeps left leave leaves need needs want "
    "wants seem seems think thinks thought lost lose read ran run runs spent spend spends spoke speak "
    "speaks found find finds put puts meant mean means met meet meets paid pay pays brought bring "
    "understood understand understands wrote write writes written began begin begins saw see sees "
    "held hold holds stood stand stands rang ring rings drew done let lets help helps happen happens "
    "work works love loves like likes hate hates hope hopes wish try tries start starts stop stops "
    "fell falls fought fight slept lie lied lies stay stays change changes look looks show shows sign "
    "wait waits chase reply replies answer answers listen listens believe trust cry cried agree "
    "refuse refuses ignore ignores explain explains struggle struggles deserve expect suppose cant "
    "couldnt wont wouldnt dont doesnt didnt isnt wasnt arent werent havent hasnt hadnt shouldnt aint "
    "im ive weve theyve hes shes its theyre youre were thats theres whats dint dnt havnt"
)
# True: never the end of a sentence; False: it is, where a capital letter follows.
ABBREVIATIONS = {
    **dict.fromkeys(
        "mr mrs ms miss dr prof rev st vs approx no nos fig ref eg ie dept".split(), True
    ),
    **dict.fromkeys(
        "etc yr yrs hr hrs min mins wk wks mth mths tel ext am pm inc ave rd".split(), False
    ),
}


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Tell whether a word is likely a verb: a common one, or one that ends in -ed."""
    return word in VERBS or (len(word) > 4 and word.endswith("ed"))
