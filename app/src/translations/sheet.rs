//! Suggestions as a file: the table that goes out, the table that comes back, and what translators take on.

use axum::response::IntoResponse;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use kinfolio::field;
use kinfolio::policy::Action;
use kinfolio::suggestion::{LONGEST, WordSuggestion};
use kinfolio::table::{self, Column, Line};
use kinfolio::words::{Problem, Problems};
use kinfolio_words::side_by_side::{Misfit, as_in_a_file, fits, side_by_side};

use super::side::show;
use super::{named, said_where};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::Answer;
use crate::said::Done;
use crate::school::import::csv_file;
use crate::school::table::{sent, unreadable_words};
use crate::wording::{Locale, apart};

const COLUMNS: &[Column] = &[
    Column::needed("key", &[], &[]),
    Column::free("where", &[]),
    Column::free("english", &[]),
    Column::free("words", &[]),
    Column::needed("suggestion", &[], &[]),
];
/// How many lines that do not fit are said at once.
const SAID_AT_ONCE: usize = 8;

/// The words of a language as a table, with an empty column for what somebody suggests.
pub async fn sheet(asking: Asking, In(tag): In<String>) -> Answer {
    asking.may_here(Action::SuggestWords)?;
    let (locale, _) = named(&tag)?;
    let rows: Vec<[String; 5]> = side_by_side(locale)
        .into_iter()
        .map(|pair| {
            let places = said_where(&pair.key).join(" ");
            [pair.key, places, pair.english, pair.words, String::new()]
        })
        .collect();
    let mut cells: Vec<Vec<&str>> = vec![COLUMNS.iter().map(|column| column.name).collect()];
    cells.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
    Ok(csv_file(&format!("kinfolio-{tag}.csv"), table::written(cells.iter().map(Vec::as_slice))))
}

/// Takes the table back: all of it, or nothing where a line does not fit.
pub async fn bring(asking: Asking, In(tag): In<String>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::SuggestWords)?;
    let (locale, _) = named(&tag)?;
    let suggested = match read(asking.locale, &fields).await {
        Ok(suggested) => suggested,
        Err(problem) => {
            let mut problems = Problems::default();
            problems.note(field::FILE, problem);
            return show(&asking, &tag, Form::again(&fields, problems)).await;
        }
    };
    let mut tx = asking.write().await?;
    WordSuggestion::keep(&mut tx, viewer, locale.as_str(), &suggested, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/translations/{tag}"), Done::Saved)
}

/// What stands in the last column, by key.
async fn read(locale: Locale, fields: &Fields) -> Result<Vec<(String, String)>, Problem> {
    let text = sent(locale, fields).await.map_err(|(_, problem)| problem)?.text.text;
    let lines = table::read(&text, COLUMNS).map_err(|unreadable| unreadable_words(locale, &unreadable))?;
    let (mut suggested, mut wrong) = (Vec::new(), Vec::new());
    for line in lines.iter().filter(|line| !line.get("suggestion").is_empty()) {
        let (key, words) = (line.get("key"), as_typed(line.get("suggestion")));
        match said_wrong(locale, line, key, words) {
            None => suggested.push((key.to_owned(), words.to_owned())),
            Some(sentence) => wrong.push(sentence),
        }
        if wrong.len() == SAID_AT_ONCE {
            break;
        }
    }
    match (wrong.is_empty(), suggested.is_empty()) {
        (false, _) => Err(Problem::Said(wrong.join(" "))),
        (true, true) => Err(Problem::Said(say_in!(locale, translations.nothing))),
        (true, false) => Ok(suggested),
    }
}

/// Without the quote that keeps a spreadsheet from taking words for a formula.
fn as_typed(words: &str) -> &str {
    match words.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => words,
    }
}

fn said_wrong(locale: Locale, line: &Line, key: &str, words: &str) -> Option<String> {
    let (at, shown) = (line.number.to_string(), apart(key.chars().take(60).collect::<String>()));
    if words.chars().count() > LONGEST {
        return Some(say_in!(locale, translations.too_long, line = at, key = shown));
    }
    let is_unseen = |letter: char| letter.is_control() && letter != '\n';
    if words.chars().any(is_unseen) {
        return Some(say_in!(locale, translations.no_sentence, line = at, key = shown));
    }
    Some(match fits(key, words).err()? {
        Misfit::NoSuchKey => say_in!(locale, translations.no_such, line = at, key = shown),
        Misfit::NotASentence => say_in!(locale, translations.no_sentence, line = at, key = shown),
        Misfit::Lacks(names) => say_in!(locale, translations.lacks, line = at, key = shown, names = names),
        Misfit::NotTold(names) => say_in!(locale, translations.not_told, line = at, key = shown, names = names),
    })
}

/// All suggestions for a language, as a file of words; who made them is not in it.
pub async fn for_keepers(asking: Asking, In(tag): In<String>) -> Answer {
    let viewer = asking.may_here(Action::SuggestWords)?;
    let (locale, _) = named(&tag)?;
    let suggested = WordSuggestion::of(&mut asking.read().await?, &viewer.school_id, locale.as_str()).await?;
    let text: String = suggested.iter().map(|one| as_in_a_file(&one.key, &one.text)).collect();
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"kinfolio-{tag}-suggestions.ftl\"")),
    ];
    Ok((headers, text).into_response())
}
