//! `/advisory/news`: what is new for each family, on paper, for those who are not told by e-mail: a part for each, in its language,
//! with nothing of anybody else's and no way in.

use kinfolio::agenda::family::{FamilyNews, NewSince};
use kinfolio::digest::MailWish;
use kinfolio::person::{Student, Viewer, in_order_of_names};
use kinfolio::policy::Action;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::family::news::paper_lines;
use crate::parts::Back;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::wording::{Locale, Worded, apart, direction, locale_tagged, written};

/// How far back it reaches, in days: it is printed once a month.
const MONTH: i64 = 31;
/// How many lines of one student there are; paper is read on the way.
const MOST: usize = 8;

/// One family member's part.
struct FamilyPart {
    reader: Viewer,
    locale: Locale,
    /// Each student with what is new.
    students: Vec<(String, Vec<Worded>)>,
}

/// The page.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::SeeBoard)?;
    let parts = parts(&asking).await?;
    let title = say_in!(asking.locale, paper.title);
    let home = asking.services.settings.public_url.clone();
    let page = Page::titled(title.clone()).at(Place::Board).working().bare();
    Ok(asking
        .page(page, move || {
            let none = parts.is_empty().then(|| view! { <p class="soft">{say!(paper.none)}</p> });
            let parts = parts.into_iter().map(|part| part_view(part, &home)).collect_view();
            view! {
                <Main>
                    <header class="noprint">
                        <Back to="/" words=say!(shell.board)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(paper.lead)}</p>
                    </header>
                    {none}
                    {parts}
                </Main>
            }
        })
        .await)
}

/// A part for everybody of a family who is not told by mail and to whom something is new.
async fn parts(asking: &Asking) -> Result<Vec<FamilyPart>, Refusal> {
    let (now, since) = (asking.now(), asking.now().plus_days(-MONTH));
    let mut conn = asking.read().await?;
    let own = asking.students(&mut conn, Action::SeeStudent).await?;
    let mut readers = Vec::new();
    for student in &own {
        readers.extend(student.kin(&mut conn).await?.into_iter().map(|kin| kin.id));
    }
    readers.sort();
    readers.dedup();
    let school = asking.viewer()?.school_id.clone();
    let mut parts = Vec::new();
    for reader in readers {
        let Some(reader) = Viewer::of(&mut conn, &school, &reader).await? else { continue };
        if MailWish::of(&mut conn, &reader).await?.is_some_and(|wish| wish.is_told()) {
            continue;
        }
        // As that person sees them, and of this advisory alone.
        let mut students = Student::of_family(&mut conn, &reader).await?;
        students.retain(|student| own.iter().any(|other| other.id == student.id));
        let mut happened = NewSince::of_each_since(&mut conn, &reader, &students, since, now).await?;
        let locale = reader.languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or_default();
        let lines = |student: &Student, news: Vec<FamilyNews>| {
            (student.called().to_owned(), paper_lines(locale, news.into_iter().take(MOST), student, &reader.time_zone))
        };
        let students: Vec<_> = students
            .iter()
            .filter_map(|student| Some(lines(student, happened.remove(&student.id).filter(|news| !news.is_empty())?)))
            .collect();
        if !students.is_empty() {
            parts.push(FamilyPart { reader, locale, students });
        }
    }
    in_order_of_names(&mut parts, |part| &part.reader.name);
    Ok(parts)
}

fn part_view(part: FamilyPart, home: &str) -> impl IntoView + use<> {
    let FamilyPart { reader, locale, students } = part;
    let students = students
        .into_iter()
        .map(|(name, lines)| {
            let lines = lines
                .into_iter()
                .map(|line| {
                    let dir = line.language.is_some().then_some("auto");
                    view! { <li lang=line.lang() dir=dir>{line.words.clone()}</li> }
                })
                .collect_view();
            view! { <h3>{say_in!(locale, family.paper_new_with, name = apart(name))}</h3> <ul>{lines}</ul> }
        })
        .collect_view();
    view! {
        <article class="commitment-slip" lang=written(locale).tag().to_owned() dir=direction(locale)>
            <h2>{say_in!(locale, family.paper_dear, name = apart(reader.called()))}</h2>
            {students}
            <p>{say_in!(locale, family.paper_way, address = apart(home))}</p>
        </article>
    }
}
