//! Bringing people in from a table: choose it, look it over, import it.

use axum::response::IntoResponse;
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use kinfolio::field::{self, FieldName};
use kinfolio::person::by_hand::SetByHand;
use kinfolio::person::import::applying::{self, ImportNote, ImportPlan, LineOutcome, Planned};
use kinfolio::person::import::{Read, Trouble, reading};
use kinfolio::person::roster::Roster;
use kinfolio::policy::Action;
use kinfolio::record::{NewLine, RecordedAct};
use kinfolio::school::School;
use kinfolio::table;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::people::role_words;
use super::table::{
    ApplyForm, Becomes, Columns, Explained, GuessedLetters, ImportSteps, Letters, OutcomeMark, PreviewNotices,
    TableForm, counts_words, field_of, sent, unreadable_words,
};
use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::wording::apart;

/// The page that explains the table and takes it.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    choose(&asking, Form::default()).await
}

/// The template, as Excel opens it right.
pub async fn template(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    let rows: [&[&str]; 6] = [
        &["role", "name", "called", "username", "advisory", "languages", "students", "kinship"],
        &["advisor", "Ada Okafor", "", "ada.okafor@school.example", "9A | 9B", "en", "", ""],
        &["student", "Marisol Peña", "Mari", "marisol.pena", "9B", "es, en", "", ""],
        &["student", "Yusuf Haddad", "Yusuf", "yusuf.haddad", "9B", "ar, en", "", ""],
        &["family", "Rosa Peña", "Rosa", "", "", "es", "marisol.pena", "abuela"],
        &["family", "Samira Haddad", "", "", "", "ar", "yusuf.haddad", "خالة"],
    ];
    Ok(csv_file("kinfolio-people.csv", table::written(rows)))
}

/// A table to be downloaded.
pub fn csv_file(name: &str, text: String) -> axum::response::Response {
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, text).into_response()
}

/// Takes a table: shows what would happen, or, when that was looked over, does it.
pub async fn import(asking: Asking, fields: Fields) -> Answer {
    let school_id = asking.may_here(Action::RunSchool)?.school_id.clone();
    let (text, letters) = match sent(asking.locale, &fields).await {
        Ok(sent) => sent.looked_at(&fields),
        Err((field, problem)) => return choose(&asking, again(&fields, field, problem)).await,
    };
    let read = match reading::read(&text) {
        Ok(read) if read.is_empty() => {
            let nothing = Problem::Said(say_in!(asking.locale, table.no_lines));
            return choose(&asking, again(&fields, field_of(&fields), nothing)).await;
        }
        Ok(read) => read,
        Err(unreadable) => {
            let problem = unreadable_words(asking.locale, &unreadable);
            return choose(&asking, again(&fields, field_of(&fields), problem)).await;
        }
    };
    if fields.has(field::APPLY) && !letters.unsure {
        asking.confirmed().await?;
        apply(&asking, &read).await
    } else {
        let mut conn = asking.read().await?;
        let school = School::find(&mut conn, &school_id).await?.ok_or(Refusal::NotFound)?;
        let roster = Roster::with_the_gone(&mut conn, &school_id, asking.now()).await?;
        let by_hand = SetByHand::of_school(&mut conn, &school_id).await?;
        let plan = applying::plan(&school.id, &school.first_language(), (&roster, &by_hand), &read);
        preview(&asking, plan, text, letters).await
    }
}

async fn apply(asking: &Asking, read: &[Read]) -> Answer {
    let school = &asking.viewer()?.school_id;
    let mut tx = asking.write().await?;
    let school = School::find(&mut tx, school).await?.ok_or(Refusal::NotFound)?;
    applying::apply(&mut tx, &school, read, asking.now()).await?;
    let by = &asking.viewer()?.person_id;
    NewLine { what: RecordedAct::Imported, by: Some(by), about: by, student: None }
        .write(&mut tx, &school.id, asking.now())
        .await?;
    tx.commit().await?;
    asking.services.many_came();
    go_saying("/people", Done::Imported)
}

fn again(fields: &Fields, field: FieldName, problem: Problem) -> Form {
    let mut problems = Problems::default();
    problems.note(field, problem);
    Form::again(&fields.values, problems)
}

async fn choose(asking: &Asking, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, people.import_title)).working().at(Place::People).with_form(form);
    Ok(asking
        .page(page, || {
            view! {
                <Main>
                    <header>
                        <Back to="/people" words=say!(people.title)/>
                        <h1>{say!(people.import_title)}</h1>
                        <p class="lead">{say!(people.import_lead)}</p>
                        <p>{say!(people.template_do)} " " <a href="/people/template">{say!(people.template)}</a> "."</p>
                    </header>
                    <ImportSteps looking=false/>
                    <ProblemSummary/>
                    <TableForm/>
                    <section class="flow">
                        <h2>{say!(people.columns)}</h2>
                        <Columns columns=explained()/>
                        <h2>{say!(people.rules)}</h2>
                        <ul class="points">
                            <li>{say!(people.rule_systems)}</li>
                            <li>{say!(people.rule_twice)}</li>
                            <li>{say!(people.rule_missing)}</li>
                            <li>{say!(people.rule_empty)}</li>
                        </ul>
                    </section>
                </Main>
            }
        })
        .await)
}

fn explained() -> Vec<Explained> {
    let column = |name, needed, means, example| Explained { name, needed, means, example };
    vec![
        column("role", true, say!(people.col_role), "student"),
        column("name", true, say!(people.col_name), "Marisol Peña"),
        column("called", false, say!(people.col_called), "Mari"),
        column("username", true, say!(people.col_username), "marisol.pena"),
        column("advisory", false, say!(people.col_advisory), "9B"),
        column("languages", false, say!(people.col_languages), "es, en"),
        column("students", false, say!(people.col_students), "marisol.pena"),
        column("kinship", false, say!(people.col_kinship), "abuela"),
    ]
}

async fn preview(asking: &Asking, plan: ImportPlan, text: String, letters: Letters) -> Answer {
    let status = if letters.unsure { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::titled(say_in!(asking.locale, people.preview_title)).working().at(Place::People).status(status);
    Ok(asking
        .page(page, move || {
            let asked = letters.asked();
            let letters = view! { <GuessedLetters letters text=text.clone()/> };
            let counts = plan.counts();
            let changes_something = plan.changes_something();
            let lines = plan.lines.len() as i64;
            let first_skipped = plan.lines.iter().position(|line| matches!(line.outcome, LineOutcome::Skipped(_)));
            let rows = plan
                .lines
                .into_iter()
                .enumerate()
                .map(|(at, line)| row(line, first_skipped == Some(at)))
                .collect_view();
            view! {
                <Main width=Width::Wide>
                    <header>
                        <Back to="/people" words=say!(people.title)/>
                        <h1>{say!(people.preview_title)}</h1>
                        <p class="lead">{say!(people.preview_lead, count = lines)}</p>
                    </header>
                    <ImportSteps looking=true/>
                    {letters}
                    <PreviewNotices counts changes_something/>
                    <table class="table">
                        <caption>{counts_words(counts)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{say!(people.line)}</th>
                                <th scope="col">{say!(people.name)}</th>
                                <th scope="col">{say!(people.role)}</th>
                                <th scope="col">{say!(people.what_happens)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <ApplyForm text letters=asked counts changes_something again="/people/import"/>
                </Main>
            }
        })
        .await)
}

fn row(line: Planned, is_first_skipped: bool) -> impl IntoView {
    let (becomes, why) = match &line.outcome {
        LineOutcome::Added(notes) => (Becomes::Added, notes_words(notes)),
        LineOutcome::Changed(notes) => (Becomes::Changed, notes_words(notes)),
        LineOutcome::Same => (Becomes::Same, String::new()),
        LineOutcome::Skipped(trouble) => (Becomes::Skipped, trouble_words(trouble)),
    };
    let left_out: Vec<String> = line.left_out.iter().map(trouble_words).collect();
    let left_out = (!left_out.is_empty()).then(|| say!(people.left_out, why = left_out.join(" ")));
    let skipped = becomes == Becomes::Skipped;
    let name = if line.name.is_empty() { say!(people.no_name_given) } else { line.name };
    let role = line.role.map_or_else(|| "—".to_owned(), role_words);
    view! {
        <tr class=skipped.then_some("is-skipped") id=is_first_skipped.then_some("skipped")>
            <td data-label=say!(people.line) class="num">{line.line.to_string()}</td>
            <th scope="row" data-label=say!(people.name)><bdi>{name}</bdi></th>
            <td data-label=say!(people.role)>{role}</td>
            <td data-label=say!(people.what_happens)>
                <OutcomeMark becomes/> {(!why.is_empty()).then(|| view! { " " <span class="why">{why}</span> })}
                {left_out.map(|left_out| view! { " " <span class="why">{left_out}</span> })}
            </td>
        </tr>
    }
}

fn notes_words(notes: &[ImportNote]) -> String {
    notes.iter().map(note_words).collect::<Vec<_>>().join(" ")
}

fn note_words(note: &ImportNote) -> String {
    match note.clone() {
        ImportNote::Joins { advisory } => say!(people.note_joins, advisory = apart(advisory)),
        ImportNote::Leaves { advisory } => say!(people.note_leaves, advisory = apart(advisory)),
        ImportNote::Starts { advisory } => say!(people.note_starts, advisory = apart(advisory)),
        ImportNote::Renamed { was } => say!(people.note_renamed, was = apart(was)),
        ImportNote::Speaks(languages) => {
            let names: Vec<&str> = languages.0.iter().map(|language| language.own_name()).collect();
            say!(people.note_speaks, languages = apart(names.join(", ")))
        }
        ImportNote::KinOf { student, words } => say!(people.note_kin, words = apart(words), student = apart(student)),
        ImportNote::KinshipWas { student, words } => {
            say!(people.note_kin_was, words = apart(words), student = apart(student))
        }
        ImportNote::Username(username) => say!(people.note_username, username = apart(username)),
        ImportNote::Called(called) => say!(people.note_called, called = apart(called)),
        ImportNote::Returns => say!(people.note_returns),
    }
}

fn trouble_words(trouble: &Trouble) -> String {
    match trouble.clone() {
        Trouble::TooWide => say!(people.why_too_wide),
        Trouble::NoRole => say!(people.why_no_role),
        Trouble::UnknownRole(role) => say!(people.why_unknown_role, role = apart(role)),
        Trouble::NoName => say!(people.why_no_name),
        Trouble::TooLong(column) => say!(people.why_too_long, column = column),
        Trouble::NoUsername => say!(people.why_no_username),
        Trouble::UsernameWithSpaces(username) => say!(people.why_spaces, username = apart(username)),
        Trouble::ShortenedNumber(number) => say!(people.why_shortened, number = apart(number)),
        Trouble::OwnChoice => say!(people.why_own_choice),
        Trouble::ByHand(_) => say!(people.why_by_hand),
        Trouble::TieByHand(student) => say!(people.why_tie_by_hand, student = apart(student)),
        Trouble::AdvisoryByHand(advisory) => say!(people.why_advisory_by_hand, advisory = apart(advisory)),
        Trouble::LeftByHand => say!(people.why_left_by_hand),
        Trouble::OwnLanguages => say!(people.why_own_languages),
        Trouble::MarkedGone => say!(people.why_gone),
        Trouble::UnknownLanguage(language) => say!(people.why_language, language = apart(language)),
        Trouble::NoStudents => say!(people.why_no_students),
        Trouble::NoKinship => say!(people.why_no_kinship),
        Trouble::SameAsLine(line) => say!(people.why_same_line, line = line.to_string()),
        Trouble::OtherRole(role) => say!(people.why_other_role, role = role_words(role)),
        Trouble::NoSuchStudent(username) => say!(people.why_no_such_student, username = apart(username)),
    }
}
