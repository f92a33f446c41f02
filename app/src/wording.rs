//! The words on screen, and how a language writes dates and names of languages. The words themselves are in `locales/`.

use kinfolio::language::Language;
use kinfolio::words::Problem;
use kinfolio::work::UnplayedCodec;

pub use kinfolio_words::{Direction, Locale, said};
use leptos::prelude::use_context;

/// Words in the language of the page that is being made: `say!(work.add)`, `say!(work.by, name = "Alma")`,
/// `say!(work.pictures, count = 3)`.
#[macro_export]
macro_rules! say {
    ($($key:tt)*) => { $crate::say_in!($crate::wording::locale(), $($key)*) };
}

/// Words in a language that is named: for handlers, before a page is made. `say_in!(asking.locale, work.add)`.
#[macro_export]
macro_rules! say_in {
    ($locale:expr, $($key:ident).+ $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::wording::said!(say; $locale; $($key).+; $($name = $value;)*)
    };
}

/// [`say!`] for a sentence that stands alone: with its language, where that is not the page's.
#[macro_export]
macro_rules! worded {
    ($($key:tt)*) => { $crate::worded_in!($crate::wording::locale(), $($key)*) };
}

/// [`worded!`] in a language that is named.
#[macro_export]
macro_rules! worded_in {
    ($locale:expr, $($key:ident).+ $(, $name:ident = $value:expr)* $(,)?) => {{
        let asked_for = $locale;
        let (words, came_in) = $crate::wording::said!(say_and_tell; asked_for; $($key).+; $($name = $value;)*);
        $crate::wording::Worded::come(words, asked_for, came_in)
    }};
}

/// The language of the page that is being made.
pub fn locale() -> Locale {
    use_context::<Locale>().unwrap_or_default()
}

/// Words that may be in another language than the page they stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    pub words: String,
    /// The language they are in, where that is not the page's.
    pub language: Option<Language>,
}

impl Worded {
    /// Words in the language they came in, where another one was asked for.
    pub fn come(words: String, asked_for: Locale, came_in: Locale) -> Self {
        Self { words, language: (came_in != asked_for).then(|| written(came_in)) }
    }

    /// For `lang` attributes.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(|language| language.tag().to_owned())
    }

    /// For `dir` attributes, where the words are ours and not a person's.
    pub fn dir(&self) -> Option<&'static str> {
        self.language.as_ref().and_then(|language| locale_tagged(language.tag())).map(direction)
    }
}

impl From<String> for Worded {
    fn from(words: String) -> Self {
        Self { words, language: None }
    }
}

/// The language of the pages, as one that people write in.
pub fn written(locale: Locale) -> Language {
    Language::tagged(locale.as_str()).unwrap_or_else(Language::english)
}

/// A language's name for itself, behind its name in the language of the page: "Arabic · العربية". Only its own name where we
/// have no other, or they are the same.
pub fn language_name(language: &Language) -> String {
    let own = language.own_name();
    match name_here(language) {
        Some(here) if here.to_lowercase() != own.to_lowercase() => format!("{here} · {own}"),
        _ => own.to_owned(),
    }
}

/// A language's name in the language of the page.
fn name_here(language: &Language) -> Option<String> {
    let locale = locale();
    let named = |tag: &str| {
        Some(match tag {
            "en" => say_in!(locale, language.en),
            "es" => say_in!(locale, language.es),
            "ar" => say_in!(locale, language.ar),
            "zh-Hans" => say_in!(locale, language.zh_hans),
            "zh-Hant" => say_in!(locale, language.zh_hant),
            "bn" => say_in!(locale, language.bn),
            "ht" => say_in!(locale, language.ht),
            "ru" => say_in!(locale, language.ru),
            "ur" => say_in!(locale, language.ur),
            "fr" => say_in!(locale, language.fr),
            "ko" => say_in!(locale, language.ko),
            "uk" => say_in!(locale, language.uk),
            "uz" => say_in!(locale, language.uz),
            "sq" => say_in!(locale, language.sq),
            "pt" => say_in!(locale, language.pt),
            "wo" => say_in!(locale, language.wo),
            "ff" => say_in!(locale, language.ff),
            "tw" => say_in!(locale, language.tw),
            "yo" => say_in!(locale, language.yo),
            "am" => say_in!(locale, language.am),
            "so" => say_in!(locale, language.so),
            "sw" => say_in!(locale, language.sw),
            "hi" => say_in!(locale, language.hi),
            "pa" => say_in!(locale, language.pa),
            "ne" => say_in!(locale, language.ne),
            "vi" => say_in!(locale, language.vi),
            "tl" => say_in!(locale, language.tl),
            "pl" => say_in!(locale, language.pl),
            "yi" => say_in!(locale, language.yi),
            "he" => say_in!(locale, language.he),
            "fa" => say_in!(locale, language.fa),
            "ps" => say_in!(locale, language.ps),
            "nv" => say_in!(locale, language.nv),
            "qu" => say_in!(locale, language.qu),
            "mix" => say_in!(locale, language.mix),
            "ase" => say_in!(locale, language.ase),
            _ => return None,
        })
    };
    named(language.tag()).or_else(|| named(language.tag().split('-').next().unwrap_or_default()))
}

/// Every language the pages are written in, with its own name for itself.
pub fn locales() -> impl Iterator<Item = (Locale, &'static str)> {
    Locale::all().map(|locale| {
        let own_name = kinfolio::language::OFFERED.iter().find(|(tag, _)| *tag == locale.as_str());
        (locale, own_name.map_or(locale.as_str(), |(_, name)| name))
    })
}

/// The language of the pages that serves readers of this tag: `es` for `es-MX`, `zh-Hant` for `zh-TW`.
pub fn locale_tagged(tag: &str) -> Option<Locale> {
    let (first, rest) = tag.split_once('-').unwrap_or((tag, ""));
    if first.eq_ignore_ascii_case("zh") {
        // Chinese is tagged by region as often as by script (CLDR, likely subtags).
        let parts = rest.split('-').map(str::to_ascii_lowercase);
        let is_traditional = parts.into_iter().any(|part| ["hant", "tw", "hk", "mo"].contains(&part.as_str()));
        return Locale::tagged(if is_traditional { "zh-Hant" } else { "zh-Hans" });
    }
    Locale::tagged(tag).or_else(|| locale_tagged(tag.rsplit_once('-')?.0))
}

/// For `dir` attributes.
pub fn direction(locale: Locale) -> &'static str {
    match locale.direction() {
        Direction::RightToLeft => "rtl",
        Direction::LeftToRight => "ltr",
    }
}

/// A person's words inside a sentence of ours, set apart so that neither turns the other's direction around.
pub fn apart(words: impl std::fmt::Display) -> String {
    format!("\u{2068}{words}\u{2069}")
}

/// What is wrong with a field, as a sentence.
pub fn problem(locale: Locale, problem: &Problem) -> String {
    match problem {
        Problem::Missing => say_in!(locale, problem.missing),
        Problem::TooLong { max } => say_in!(locale, problem.too_long, max = number(*max as i64)),
        Problem::TooShort { min } => say_in!(locale, problem.too_short, min = number(*min as i64)),
        Problem::TooManyLines { max } => say_in!(locale, problem.too_many_lines, max = number(*max as i64)),
        Problem::Spaces => say_in!(locale, problem.spaces),
        Problem::Choose => say_in!(locale, problem.choose),
        Problem::NotATime => say_in!(locale, problem.not_a_time),
        Problem::NotAnAddress => say_in!(locale, problem.not_an_address),
        Problem::NotANumber { min, max } => {
            say_in!(locale, problem.not_a_number, min = number(*min), max = number(*max))
        }
        Problem::Stale => say_in!(locale, problem.stale),
        Problem::Taken => say_in!(locale, problem.taken),
        Problem::FileTooBig { max_mb } => say_in!(locale, problem.file_too_big, max = number(*max_mb as i64)),
        Problem::TooManyFiles { max } => say_in!(locale, problem.too_many_files, max = number(*max as i64)),
        Problem::NotAPicture => say_in!(locale, problem.not_a_picture),
        Problem::NotAWorkFile => say_in!(locale, problem.not_a_work_file),
        Problem::NotDrawn => say_in!(locale, problem.not_drawn),
        Problem::NoRoomLeft { all_mb, left_mb } => {
            say_in!(locale, problem.no_room_left, all = number(*all_mb), left = number(*left_mb))
        }
        Problem::NotASound => say_in!(locale, problem.not_a_sound),
        Problem::NotAFilm => say_in!(locale, problem.not_a_film),
        Problem::EmptyFile => say_in!(locale, problem.empty_file),
        Problem::TooManyPixels => say_in!(locale, problem.too_many_pixels),
        Problem::WrongKey => say_in!(locale, problem.wrong_key),
        Problem::Different => say_in!(locale, problem.different),
        Problem::Guessable => say_in!(locale, problem.guessable),
        Problem::Said(sentence) => sentence.clone(),
    }
}

/// What whoever brought a film that browsers do not play can do about it.
pub fn unplayed(locale: Locale, codec: UnplayedCodec) -> String {
    match codec {
        UnplayedCodec::Hevc => say_in!(locale, file.unplayed_hevc),
        UnplayedCodec::H263 | UnplayedCodec::Mpeg4 => say_in!(locale, file.unplayed_old),
        UnplayedCodec::Other => say_in!(locale, file.unplayed_other),
    }
}

/// How long to wait, in words: seconds, then minutes.
pub fn wait(locale: Locale, seconds: i64) -> String {
    let seconds = seconds.max(1);
    if seconds < 100 {
        say_in!(locale, entry.seconds, count = seconds)
    } else {
        say_in!(locale, entry.minutes, count = (seconds + 59) / 60)
    }
}

/// A whole number with its thousands set apart by a space that does not break.
pub fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    if number < 0 { format!("−{out}") } else { out }
}
