//! Bringing learning targets in from a table: choose it, look it over, import it.

use kinfolio::field::{self, FieldName};
use kinfolio::policy::Action;
use kinfolio::table;
use kinfolio::target::import::{self, ImportNote, ImportPlan, LineOutcome, Planned, Trouble};
use kinfolio::target::{MOST_CRITERIA, Target};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::edit::way_words;
use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, ProblemSummary};
use crate::refusal::Answer;
use crate::school::import::csv_file;
use crate::school::table::{
    ApplyForm, Becomes, Columns, Explained, GuessedLetters, ImportSteps, Letters, Notice, OutcomeMark, PreviewNotices,
    TableForm, counts_words, field_of, sent, unreadable_words,
};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::wording::{apart, locale, number};

/// The page that explains the table and takes it.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    choose(&asking, Form::default()).await
}

/// The template, as Excel opens it right.
pub async fn template(asking: Asking) -> Answer {
    asking.may_here(Action::RunSchool)?;
    let rows: [&[&str]; 4] = [
        &["key", "subject", "statement", "criteria", "builds_on"],
        &["draw", "Mathematics", "I can draw a fraction", "The parts are the same size | I name the parts", ""],
        &[
            "compare",
            "Mathematics",
            "I can compare two fractions",
            "I find a common size | I say which one is larger and why",
            "draw",
        ],
        &["tell", "Writing", "I can tell a story from my community", "It has a beginning | Somebody changes in it", ""],
    ];
    Ok(csv_file("kinfolio-targets.csv", table::written(rows)))
}

/// Takes a table: shows what would happen, or, when that was looked over, does it.
pub async fn import(asking: Asking, fields: Fields) -> Answer {
    let school = asking.may_here(Action::RunSchool)?.school_id.clone();
    let (text, letters) = match sent(asking.locale, &fields).await {
        Ok(sent) => sent.looked_at(&fields),
        Err((field, problem)) => return choose(&asking, again(&fields, field, problem)).await,
    };
    let read = match import::read(&text) {
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
    if !fields.has(field::APPLY) || letters.unsure {
        let plan = import::plan(&Target::all(&mut asking.read().await?, &school).await?, &read);
        return preview(&asking, plan, text, letters).await;
    }
    asking.confirmed().await?;
    let mut tx = asking.write().await?;
    let plan = import::apply(&mut tx, &school, &read, asking.now()).await?;
    if plan.cycle.is_some() {
        drop(tx);
        return preview(&asking, plan, text, letters).await;
    }
    tx.commit().await?;
    asking.services.many_came();
    go_saying("/targets", Done::Imported)
}

fn again(fields: &Fields, field: FieldName, problem: Problem) -> Form {
    let mut problems = Problems::default();
    problems.note(field, problem);
    Form::again(&fields.values, problems)
}

async fn choose(asking: &Asking, form: Form) -> Answer {
    let title = say_in!(asking.locale, target.import_title);
    let page = Page::titled(title.clone()).working().at(Place::Targets).with_form(form);
    Ok(asking
        .page(page, move || {
            view! {
                <Main>
                    <header>
                        <Back to="/targets" words=say!(target.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(target.import_lead)}</p>
                        <p>{say!(people.template_do)} " " <a href="/targets/template">{say!(people.template)}</a> "."</p>
                    </header>
                    <ImportSteps looking=false/>
                    <ProblemSummary/>
                    <TableForm/>
                    <section class="flow">
                        <h2>{say!(people.columns)}</h2>
                        <Columns columns=explained()/>
                        <h2>{say!(people.rules)}</h2>
                        <ul class="points">
                            <li>{say!(people.rule_twice)}</li>
                            <li>{say!(target.rule_missing)}</li>
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
        column("subject", true, say!(target.col_subject), "Mathematics"),
        column("statement", true, say!(target.col_statement), "I can compare two fractions"),
        column("criteria", true, say!(target.col_criteria), "I find a common size | I say why"),
        column("builds_on", false, say!(target.col_builds_on), "I can draw a fraction"),
        column("key", false, say!(target.col_key), "compare"),
    ]
}

async fn preview(asking: &Asking, plan: ImportPlan, text: String, letters: Letters) -> Answer {
    let page = Page::titled(say_in!(asking.locale, people.preview_title)).working().at(Place::Targets);
    let page =
        if plan.cycle.is_some() || letters.unsure { page.status(http::StatusCode::UNPROCESSABLE_ENTITY) } else { page };
    Ok(asking
        .page(page, move || {
            let asked = letters.asked();
            let letters = view! { <GuessedLetters letters text=text.clone()/> };
            let counts = plan.counts();
            let changes_something = plan.changes_something();
            let lines = plan.lines.len() as i64;
            let cycle = plan.cycle.clone().map(|way| {
                let words = say!(target.cycle_do, way = way_words(locale(), &way));
                view! { <Notice kind="trouble" title=say!(target.cycle_title)><p>{words}</p></Notice> }
            });
            let notices = cycle.is_none().then(|| {
                view! { <PreviewNotices counts changes_something/> }
            });
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
                        <Back to="/targets" words=say!(target.title)/>
                        <h1>{say!(people.preview_title)}</h1>
                        <p class="lead">{say!(people.preview_lead, count = lines)}</p>
                    </header>
                    <ImportSteps looking=true/>
                    {letters}
                    {cycle}
                    {notices}
                    <table class="table">
                        <caption>{counts_words(counts)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{say!(people.line)}</th>
                                <th scope="col">{say!(target.statement)}</th>
                                <th scope="col">{say!(people.what_happens)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <ApplyForm text letters=asked counts changes_something again="/targets/import"/>
                </Main>
            }
        })
        .await)
}

fn row(line: Planned, is_first_skipped: bool) -> impl IntoView {
    let (becomes, why) = match &line.outcome {
        LineOutcome::Added => (Becomes::Added, String::new()),
        LineOutcome::Changed(notes) => (Becomes::Changed, notes.iter().map(note_words).collect::<Vec<_>>().join(" ")),
        LineOutcome::Same => (Becomes::Same, String::new()),
        LineOutcome::Skipped(trouble) => (Becomes::Skipped, trouble_words(trouble)),
    };
    let skipped = becomes == Becomes::Skipped;
    let statement = if line.statement.is_empty() { say!(target.no_statement_given) } else { line.statement };
    view! {
        <tr class=skipped.then_some("is-skipped") id=is_first_skipped.then_some("skipped")>
            <td data-label=say!(people.line) class="num">{line.line.to_string()}</td>
            <th scope="row" data-label=say!(target.statement)><bdi>{statement}</bdi></th>
            <td data-label=say!(people.what_happens)>
                <OutcomeMark becomes/> {(!why.is_empty()).then(|| view! { " " <span class="why">{why}</span> })}
            </td>
        </tr>
    }
}

fn note_words(note: &ImportNote) -> String {
    match note {
        ImportNote::Subject => say!(target.note_subject),
        ImportNote::Wording => say!(target.note_wording),
        ImportNote::Criteria => say!(target.note_criteria),
        ImportNote::BuildsOn => say!(target.note_builds_on),
    }
}

fn trouble_words(trouble: &Trouble) -> String {
    match trouble.clone() {
        Trouble::TooWide => say!(people.why_too_wide),
        Trouble::NoSubject => say!(target.why_no_subject),
        Trouble::NoStatement => say!(target.why_no_statement),
        Trouble::NoCriteria => say!(target.why_no_criteria),
        Trouble::TooManyCriteria => say!(target.why_many_criteria, max = number(MOST_CRITERIA as i64)),
        Trouble::TooLong(column) => say!(people.why_too_long, column = column),
        Trouble::SameAsLine(line) => say!(target.why_same_line, line = line.to_string()),
        Trouble::NoSuchTarget(name) => say!(target.why_no_such, name = apart(name)),
    }
}
