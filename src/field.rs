//! What the fields of forms and the questions of addresses are called. A name stands here once, for the page that shows a
//! field, the handler that reads it, and whoever says what is wrong with it; none can be mistyped.

use std::borrow::Cow;
use std::fmt::{self, Display};

/// What a field is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName(Cow<'static, str>);

impl FieldName {
    /// A field that is called like one of a [kind](crate::voice::Voice): a duty, a side.
    pub const fn of_kind(word: &'static str) -> Self {
        Self(Cow::Borrowed(word))
    }

    /// One that came with a form, whatever it is called.
    pub fn as_sent(name: &str) -> Self {
        Self(Cow::Owned(name.to_owned()))
    }

    /// The field of this name about one thing among many, known by its id: `answer-{id}`.
    pub fn about(self, id: impl Display) -> Self {
        Self(Cow::Owned(format!("{self}-{id}")))
    }

    /// The field of this name in one row or language among several: `name_1`, `name_es`.
    pub fn row(self, row: impl Display) -> Self {
        Self(Cow::Owned(format!("{self}_{row}")))
    }

    /// The id that the field of this name is about, where `sent` is one of those.
    pub fn id_in<'a>(&self, sent: &'a str) -> Option<&'a str> {
        sent.strip_prefix(self.as_str())?.strip_prefix('-')
    }

    /// How browsers name it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How browsers name it, for an attribute of a page.
    pub fn wire(self) -> String {
        self.0.into_owned()
    }
}

impl Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&FieldName> for FieldName {
    fn from(name: &FieldName) -> Self {
        name.clone()
    }
}

impl PartialEq<FieldName> for String {
    fn eq(&self, name: &FieldName) -> bool {
        *self == name.0
    }
}

macro_rules! names {
    ($($name:ident = $wire:literal,)*) => {
        $(#[doc = concat!("`", $wire, "`")] pub const $name: FieldName = FieldName(Cow::Borrowed($wire));)*
        #[cfg(test)]
        const ALL: &[(&str, FieldName)] = &[$((stringify!($name), $name)),*];
    };
}

names! {
    // In several places; from here on by area.
    ANOTHER = "another", ANSWER = "answer", APPLY = "apply", AUDIENCE = "audience", AUTHOR = "author", BACK = "back",
    BY_DAY = "by_day", CODE = "code", DAY = "day", FORM = "form", FROM = "from", ID = "id",
    INTERPRETER = "interpreter", KEY = "key", KIND = "kind", LANGUAGE = "language", LANGUAGE_GUESS = "language_guess",
    LANGUAGE_GUESSED = "language_guessed", LANGUAGE_SHOWN = "language_shown", LISTEN = "listen", MINUTES = "minutes",
    NAME = "name", NOTE = "note", ONCE = "once", PERSON = "person", PHOTO_WORDS = "photo_words", PICTURE = "picture",
    PICTURES = "pictures", PLACE = "place", PURPOSE = "purpose", QUESTION = "question", SAID = "said",
    SETTLE = "settle", STARTER = "starter", STATEMENT = "statement", TARGET = "target", TEXT = "text", THEN = "then",
    TIME = "time", TITLE = "title", TO = "to", TOO_MANY_FILES = "too_many_files", TRANSCRIPT = "transcript", UNDO = "undo",
    VERSION = "version", WHAT = "what", WHY = "why", WORDS = "words", WORKS = "works",

    // advisory
    MISSING = "missing",

    // commitment
    OUTCOME = "outcome", SIGN = "sign",

    // conference
    ANEW = "anew", ASK = "ask", CO_SPEAKER = "co_speaker", CONFERENCE = "conference", CUE_NOTES = "cue_notes",
    DONE = "done", FELT = "felt", FILM = "film", HEARD_BY = "heard_by", LATE = "late", OFFERED = "offered",
    OPENED = "opened", OTHERS_DO = "others_do", PART = "part", PARTNER = "partner", STATEMENTS = "statements",
    STEP = "step", SUPPORTS = "supports", TEMPLATE = "template", TO_CUES = "to_cues",

    // definition
    BECAME = "became", CHOSEN = "chosen", CITED_BEFORE = "cited_before", CITES = "cites", EDIT = "edit",
    FRESH = "fresh", OWN_QUESTION = "own_question", PROMPT = "prompt", READ_AT = "read_at", SECTION = "section",
    TAKE_BACK = "take_back",

    // account
    ASKS = "asks", BEST = "best", DEVICE = "device", DIGITS = "digits", HALF_WAY = "half_way", NOTICE = "notice",
    OTHERS = "others", PASSWORD_NOW = "password_now", SECRET = "secret",

    // entry
    CARD = "card", CLEAN = "clean", IN_LANGUAGE = "in_language", NUMBER = "number", OPENED_BY = "opened_by",
    FIRST_LANGUAGE = "first_language", KEPT = "kept", LANGUAGES = "languages", PASSWORD = "password",
    PASSWORD_AGAIN = "password_again", SURE = "sure", TIME_ZONE = "time_zone", USERNAME = "username",
    YOUR_NAME = "your_name",

    // evidence
    STORY = "story", WORK = "work",

    // family
    CALLED = "called", DAYS = "days", EMAIL = "email", END_OLDER = "end_older", OFTEN = "often",
    SENDS_TIMES = "sends_times", STUDENT = "student",

    // people
    ADVISORY = "advisory", KINSHIP = "kinship", NO_CONTACT = "no_contact", PHONE = "phone", ROLE = "role", SHOW = "show",

    // media
    KEPT_PHOTO = "kept_photo", KEPT_SOUND = "kept_sound", LEAVE_PHOTO = "leave_photo", LEAVE_SOUND = "leave_sound",
    PHOTO = "photo", SOUND = "sound",

    // portfolio
    ABOUT = "about", ACCENT = "accent", WELCOME = "welcome",

    // rendition
    ASK_DRAFT = "ask_draft", DRAFTED = "drafted", PUT_RIGHT = "put_right",

    // school
    BYTES = "bytes", CONVERTS = "converts", FILE = "file", FILE_MB = "file_mb", FIND = "find", FOR = "for", GUESSED = "guessed",
    INSTEAD = "instead", LETTERS = "letters", LETTERS_RIGHT = "letters_right", LOOK = "look", PAGE = "page",
    SHEET = "sheet", STUDENT_MB = "student_mb",

    // translations
    AREA = "area",

    // target
    BUILDS_ON = "builds_on", CRITERIA = "criteria", MARK = "mark", SUBJECT = "subject", WEEKS = "weeks", FROM_UNIT = "from_unit", GATHERING = "gathering",

    // testimony
    AGAIN = "again", ANSWERS = "answers", SHELF = "shelf", STANDS = "stands", THANKS = "thanks",

    // time
    AT = "at", HOST = "host", MADE_FROM = "made_from", NEEDS = "needs", OFFER = "offer", PAUSE = "pause",
    REST_FROM = "rest_from", REST_UNTIL = "rest_until", SEEN = "seen", UNTIL = "until", WAY = "way", WAYS = "ways",

    // work
    CAPTIONS = "captions", DECORATION = "decoration", DESCRIBE = "describe", DRAFT = "draft", FEEDBACK = "feedback",
    ASK_CHECK = "ask_check", TEACHER = "teacher", TEACHER_ASKS = "teacher_asks",
    TEACHER_LANGUAGE = "teacher_language", TEACHER_QUESTION = "teacher_question", KEEP = "keep", LINKS = "links", MINUTE = "minute", NEXT = "next", PASSAGE = "passage",
    QUESTION_LANGUAGE = "question_language", REASON = "reason", RECORDING = "recording", REFLECTION = "reflection",
    REFLECTION_PROMPT = "reflection_prompt", REVISION = "revision", SHOWS = "shows", SPOT = "spot", STOP = "stop",
    TAKE_OUT = "take_out", USE = "use", USED = "used", VIEW = "view", WAVE = "wave", WISH = "wish", WISH_ANSWER = "wish-answer",
    WISH_WORDS = "wish-words", WISH_LANGUAGE = "wish_language",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_called_what_it_is_and_stands_once() {
        for (place, (constant, name)) in ALL.iter().enumerate() {
            assert_eq!(*constant, name.as_str().replace('-', "_").to_uppercase());
            assert!(ALL[..place].iter().all(|(_, before)| before != name), "{name} stands twice");
        }
    }

    #[test]
    fn a_name_made_at_run_time_says_what_it_is_about() {
        assert_eq!(TEXT.about("a1").as_str(), "text-a1");
        assert_eq!(TEXT.row(3).as_str(), "text_3");
        assert_eq!(TEXT.about("a1").about(2).as_str(), "text-a1-2");
        assert_eq!(TEXT.id_in("text-a1"), Some("a1"));
        assert_eq!((TEXT.id_in("texts-a1"), TEXT.id_in("text")), (None, None));
    }
}
