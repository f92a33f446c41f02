//! What importing people and importing targets have in common: choosing a table, what is wrong with it as a whole, and
//! the marks of what becomes of its lines.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kinfolio::encoding::Encoding;
use kinfolio::field::{self, FieldName};
use kinfolio::table::{self, MOST_LINES, MOST_MB, Text, Unreadable};
use kinfolio::words::Problem;
use leptos::prelude::*;

use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Icon, TextArea};
use crate::wording::{self, Locale, number};

/// What came with the form: the file, else the one that was looked at and is to be read in other letters, else the pasted
/// lines. `Err` names the field and what is wrong.
pub async fn sent(locale: Locale, fields: &Fields) -> Result<SentTable, (FieldName, Problem)> {
    if let Some(file) = fields.files.iter().find(|file| file.field == field::FILE && file.size > 0) {
        let wrong = |unreadable| (field::FILE, unreadable_words(locale, &unreadable));
        if file.size > MOST_MB * 1024 * 1024 {
            return Err(wrong(Unreadable::TooBig));
        }
        let bytes = tokio::fs::read(file.path()).await.map_err(|_| wrong(Unreadable::NotText))?;
        let text = table::text_of(&bytes, None).map_err(wrong)?;
        let bytes = text.guess.is_some().then_some(bytes);
        return Ok(SentTable { text, bytes });
    }
    if let Some(letters) = Encoding::named(fields.get(field::LETTERS)).filter(|_| fields.has(field::LOOK)) {
        let wrong = |unreadable| (field::FILE, unreadable_words(locale, &unreadable));
        let bytes = STANDARD.decode(fields.get(field::BYTES)).map_err(|_| wrong(Unreadable::NotText))?;
        let text = table::text_of(&bytes, Some(letters)).map_err(wrong)?;
        return Ok(SentTable { text, bytes: Some(bytes) });
    }
    let pasted = fields.get(field::TEXT);
    if pasted.trim().is_empty() {
        return Err((field::FILE, Problem::Said(say_in!(locale, people.no_file))));
    }
    let text = table::text_of(pasted.as_bytes(), None)
        .map_err(|unreadable| (field::TEXT, unreadable_words(locale, &unreadable)))?;
    Ok(SentTable { text, bytes: None })
}

/// A table that came with a form.
pub struct SentTable {
    pub text: Text,
    /// The file itself, where its letters were guessed: it may have to be read again in others.
    pub bytes: Option<Vec<u8>>,
}

impl SentTable {
    /// The text, and the letters that somebody may have to look at.
    pub fn looked_at(self, fields: &Fields) -> (String, Letters) {
        let guess = self.text.guess.zip(self.bytes).map(|(letters, bytes)| Guess { letters, bytes });
        (self.text.text, Letters::of(fields, guess))
    }
}

/// How a file's letters are most likely written, which somebody has to look at before anything is believed.
pub struct Guess {
    pub letters: Encoding,
    bytes: Vec<u8>,
}

/// What is known of the letters of a table that came with a form.
pub struct Letters {
    /// How they were guessed, where the file is at hand to be read in others.
    guess: Option<Guess>,
    /// Whether they were guessed, now or when the table was looked over.
    guessed: bool,
    /// Whether it was to be brought in, and nobody had said yes to them.
    pub unsure: bool,
}

/// What somebody is asked about them.
#[derive(Clone, Copy)]
pub struct LettersAsked {
    guessed: bool,
    unsure: bool,
}

impl Letters {
    /// What somebody is asked about them.
    pub fn asked(&self) -> LettersAsked {
        LettersAsked { guessed: self.guessed, unsure: self.unsure }
    }

    fn of(fields: &Fields, guess: Option<Guess>) -> Self {
        let guessed = guess.is_some() || fields.has(field::GUESSED);
        let unsure = guessed && fields.has(field::APPLY) && !fields.has(field::LETTERS_RIGHT);
        Self { guess, guessed, unsure }
    }
}

/// What letters are called: "Western Europe (old Mac)".
fn letters_words(letters: Encoding) -> String {
    match letters.label() {
        "windows-1252" => say!(table.letters_western),
        "macintosh" => say!(table.letters_mac),
        "IBM850" => say!(table.letters_dos),
        "windows-1256" => say!(table.letters_arabic),
        "windows-1251" => say!(table.letters_cyrillic),
        "gb18030" => say!(table.letters_simplified),
        "Big5" => say!(table.letters_traditional),
        "windows-1250" => say!(table.letters_central),
        "windows-1254" => say!(table.letters_turkish),
        "windows-1255" => say!(table.letters_hebrew),
        "windows-1253" => say!(table.letters_greek),
        "EUC-KR" => say!(table.letters_korean),
        "Shift_JIS" => say!(table.letters_japanese),
        label => label.to_owned(),
    }
}

/// What was guessed of the letters, with words of the file to look at, and another choice.
#[component]
pub fn GuessedLetters(
    letters: Letters,
    /// The text as it was read.
    text: String,
) -> impl IntoView {
    letters.guess.map(|guess| view! { <LookAtLetters guess text/> })
}

#[component]
fn LookAtLetters(guess: Guess, text: String) -> impl IntoView {
    let is_special = |word: &&str| !word.is_ascii();
    let mut seen: Vec<String> = Vec::new();
    for word in text.split([',', ';', '\t', '\n', '|', '"']).map(str::trim).filter(is_special) {
        let word: String = word.chars().take(60).collect();
        if seen.len() < 8 && !seen.contains(&word) {
            seen.push(word);
        }
    }
    let seen = seen.into_iter().map(|word| view! { <li><bdi>{word}</bdi></li> }).collect_view();
    let mut offered = Encoding::OFFERED.to_vec();
    if !offered.contains(&guess.letters) {
        offered.insert(0, guess.letters);
    }
    let options = offered
        .into_iter()
        .map(|letters| {
            view! { <option value=letters.label() selected={letters == guess.letters}>{letters_words(letters)}</option> }
        })
        .collect_view();
    view! {
        <Notice kind="warning" title=say!(people.guessed)>
            <p>{say!(people.guessed_do, letters = letters_words(guess.letters))}</p>
            <ul class="points">{seen}</ul>
            <form method="post" enctype="multipart/form-data" class="actions">
                <crate::parts::Hidden name=field::BYTES value=STANDARD.encode(&guess.bytes)/>
                <label for="field-letters">{say!(table.letters)}</label>
                <select id="field-letters" name=field::LETTERS.wire()>{options}</select>
                <button class="btn" name=field::LOOK.wire() value="yes">{say!(table.look_again)}</button>
            </form>
        </Notice>
    }
}

/// Which field a table came in by, for what is wrong with it.
pub fn field_of(fields: &Fields) -> FieldName {
    if fields.files.iter().any(|file| file.size > 0) { field::FILE } else { field::TEXT }
}

/// Why a table could not be read.
pub fn unreadable_words(locale: Locale, unreadable: &Unreadable) -> Problem {
    Problem::Said(match unreadable {
        Unreadable::Empty => say_in!(locale, table.empty),
        Unreadable::Workbook => say_in!(locale, table.workbook),
        Unreadable::NotText => say_in!(locale, table.not_text),
        Unreadable::TooBig => say_in!(locale, table.too_big, max = number(MOST_MB as i64)),
        Unreadable::TooManyLines => say_in!(locale, table.too_many_lines, max = number(MOST_LINES as i64)),
        Unreadable::NoColumns(columns) => say_in!(locale, table.no_columns, columns = columns.join(", ")),
        Unreadable::ColumnTwice(column) => say_in!(locale, table.column_twice, column = *column),
        Unreadable::OpenQuote(line) => say_in!(locale, table.open_quote, line = line.to_string()),
    })
}

/// Where one stands on the way.
#[component]
pub fn ImportSteps(
    /// Whether the file has been chosen.
    looking: bool,
) -> impl IntoView {
    let (file, look) = if looking { (None, Some("step")) } else { (Some("step"), None) };
    view! {
        <ol class="steps" aria-label=say!(people.steps)>
            <li class=looking.then_some("done") aria-current=file>{say!(people.step_file)}</li>
            <li aria-current=look>{say!(people.step_look)}</li>
            <li>{say!(people.step_done)}</li>
        </ol>
    }
}

/// The form a table is chosen with. What could not be read stays in it, if it was pasted.
#[component]
pub fn TableForm() -> impl IntoView {
    let form = use_context::<Form>().unwrap_or_default();
    let wrong = form.problem(field::FILE).map(|problem| wording::problem(wording::locale(), problem));
    let pasted = !form.value(field::TEXT).is_empty();
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    let described = if wrong.is_some() { "field-file-hint field-file-problem" } else { "field-file-hint" };
    let invalid = wrong.is_some().then_some("true");
    view! {
        <form method="post" enctype="multipart/form-data">
            <div class=class>
                <label for="field-file">{say!(people.file)}</label>
                <p class="hint" id="field-file-hint">{say!(people.file_hint)}</p>
                {wrong.map(|wrong| view! {
                    <p class="error" id="field-file-problem"><Icon name="warning"/> {wrong}</p>
                })}
                <input type="file" id="field-file" name=field::FILE.wire() accept=".csv,.txt,.tsv,text/csv,text/plain"
                    aria-describedby=described aria-invalid=invalid/>
            </div>
            <details class="fold" open=pasted>
                <summary>{say!(people.paste)}</summary>
                <TextArea name=field::TEXT label=say!(people.paste) hint=say!(people.paste_hint) optional=true/>
            </details>
            <div class="actions"><button class="btn btn--primary">{say!(people.look)}</button></div>
        </form>
    }
}

/// A column of a table, explained.
pub struct Explained {
    pub name: &'static str,
    pub needed: bool,
    pub means: String,
    pub example: &'static str,
}

/// What the columns mean.
#[component]
pub fn Columns(columns: Vec<Explained>) -> impl IntoView {
    let rows = columns
        .into_iter()
        .map(|column| {
            let needed = column.needed.then(|| view! { " " <small class="soft">"(" {say!(people.needed)} ")"</small> });
            view! {
                <tr>
                    <th scope="row" data-label=say!(people.column)><code>{column.name}</code>{needed}</th>
                    <td data-label=say!(people.column_means)>{column.means}</td>
                    <td data-label=say!(people.column_example)><bdi>{column.example}</bdi></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table">
            <caption class="sr">{say!(people.columns)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say!(people.column)}</th>
                    <th scope="col">{say!(people.column_means)}</th>
                    <th scope="col">{say!(people.column_example)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What becomes of a line, for its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    Added,
    Changed,
    Same,
    Skipped,
}

/// The mark of what becomes of a line.
#[component]
pub fn OutcomeMark(becomes: Becomes) -> impl IntoView {
    let (class, icon, words) = match becomes {
        Becomes::Added => ("outcome outcome--added", "plus", say!(people.added)),
        Becomes::Changed => ("outcome outcome--changed", "pencil", say!(people.changed)),
        Becomes::Same => ("outcome outcome--same", "check", say!(people.same)),
        Becomes::Skipped => ("outcome outcome--skipped", "warning", say!(people.skipped)),
    };
    view! { <span class=class><Icon name=icon/> {words}</span> }
}

/// Above the lines: what to know about them as a whole.
#[component]
pub fn PreviewNotices(
    /// Added, changed, the same, skipped.
    counts: [i64; 4],
    changes_something: bool,
) -> impl IntoView {
    let skipped = counts[3];
    view! {
        {(!changes_something).then(|| view! {
            <Notice kind="info" title=say!(people.nothing_new)><p>{say!(people.nothing_new_do)}</p></Notice>
        })}
        {(skipped > 0).then(|| view! {
            <Notice kind="warning" title=say!(people.will_skip, count = skipped)>
                <p>
                    {changes_something.then(|| say!(people.will_skip_do))} " "
                    <a href="#skipped">{say!(people.first_skipped)}</a>
                </p>
            </Notice>
        })}
    }
}

/// Something to know, set apart.
#[component]
pub fn Notice(
    /// `info`, `done`, `warning` or `trouble`.
    kind: &'static str,
    title: String,
    children: Children,
) -> impl IntoView {
    let icon = match kind {
        "info" => "info",
        "done" => "check",
        _ => "warning",
    };
    view! {
        <div class=format!("notice notice--{kind}")>
            <Icon name=icon/>
            <div><h2>{title}</h2>{children()}</div>
        </div>
    }
}

/// The last step: the same lines, to be brought in now.
#[component]
pub fn ApplyForm(
    text: String,
    /// Where the letters had to be guessed, somebody says yes to them first.
    letters: LettersAsked,
    counts: [i64; 4],
    changes_something: bool,
    again: &'static str,
) -> impl IntoView {
    use crate::parts::Hidden;
    let lines = counts[0] + counts[1];
    let apply = changes_something.then(|| {
        view! {
            <Hidden name=field::TEXT value=text/>
            {letters.guessed.then(|| view! {
                <Hidden name=field::GUESSED value="yes"/>
                <div class=if letters.unsure { "choices field--error" } else { "choices" }>
                    {letters.unsure.then(|| view! {
                        <p class="error" id="field-letters_right-problem"><Icon name="warning"/> " " {say!(table.letters_unsure)}</p>
                    })}
                    <label class="choice">
                        <input id="field-letters_right" type="checkbox" name=field::LETTERS_RIGHT.wire() value="yes" required
                            aria-describedby=letters.unsure.then_some("field-letters_right-problem")
                            aria-invalid=letters.unsure.then_some("true")/>
                        <span>{say!(table.letters_right)}</span>
                    </label>
                </div>
            })}
            <button class="btn btn--primary" name=field::APPLY.wire() value="yes">{say!(people.apply, count = lines)}</button>
        }
    });
    view! {
        <form method="post" enctype="multipart/form-data" class="actions">
            {apply}
            <a class="btn" href=again>{say!(people.other_file)}</a>
        </form>
    }
}

/// "24 added, 4 changed, …"
pub fn counts_words([added, changed, same, skipped]: [i64; 4]) -> String {
    let [added, changed, same, skipped] = [added, changed, same, skipped].map(number);
    say!(people.counts, added = added, changed = changed, same = same, skipped = skipped)
}
