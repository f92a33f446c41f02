//! Two revisions of a work: what changed, word by word, or one beside the other.

use kinfolio::field::{self, FieldName};
use kinfolio::id::WorkId;
use kinfolio::language::Language;
use kinfolio::markdown::plain;
use kinfolio::policy::Action;
use kinfolio::work::{Piece, Revision, Shows, Work, compared};
use leptos::prelude::*;

use super::page::gallery;
use super::{found, title_of};
use crate::asking::{Asking, In};
use crate::fields::Values;
use crate::form::Form;
use crate::parts::{Back, Choice, Prose, Radios, SelectField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
use crate::when;

/// Two revisions, the last two where none are named.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, student) = found(&asking, &mut conn, &id, Action::SeeWork).await?;
    let shows = work.shows(&mut conn).await?;
    if work.may_see(student.standing, shows, None) != Some(Shows::Road) {
        return Err(Refusal::NotFound);
    }
    let mut revisions = work.revisions(&mut conn).await?;
    Revision::make_readable(&mut revisions).await;
    drop(conn);
    let latest = revisions.last().ok_or(Refusal::NotFound)?.number;
    let asked = asking.query();
    let number = |name: FieldName, otherwise: i64| {
        let wanted: i64 = asked.parsed(name).unwrap_or(otherwise);
        revisions.iter().find(|revision| revision.number == wanted).map_or(otherwise, |revision| revision.number)
    };
    let (to, beside) = (number(field::TO, latest), asked.get(field::VIEW) == "beside");
    let from = number(field::FROM, (to - 1).max(1));
    let of = |number: i64| revisions.iter().find(|revision| revision.number == number).cloned();
    let (Some(old), Some(new)) = (of(from.min(to)), of(from.max(to))) else { return Err(Refusal::NotFound) };
    // Comparing long texts takes a moment, which other pages do not have to wait for.
    let (was, is) = (old.text.clone(), new.text.clone());
    let pieces =
        tokio::task::spawn_blocking(move || compared(&plain(&was), &plain(&is))).await.map_err(Refusal::trouble)?;
    let zone = asking.viewer()?.time_zone.clone();
    let chosen = [(field::FROM, old.number.to_string()), (field::TO, new.number.to_string())];
    let chosen: Values =
        chosen.into_iter().chain([(field::VIEW, if beside { "beside" } else { "words" }.to_owned())]).collect();
    let title = say_in!(asking.locale, mastery.compare);
    let page = Page::titled(title).working().with_form(Form::filled(chosen));
    Ok(asking.page(page, move || body(&work, &revisions, (old, new), pieces, beside, &zone)).await)
}

fn body(
    work: &Work,
    revisions: &[Revision],
    (old, new): (Revision, Revision),
    pieces: Vec<Piece>,
    beside: bool,
    zone: &str,
) -> AnyView {
    let head = view! {
        <header>
            <Back to=format!("/work/{}#road", work.id) words=title_of(work)/>
            <h1>{say!(mastery.compare)}</h1>
        </header>
    };
    if revisions.len() < 2 {
        return view! { <Main>{head}<div class="empty"><p>{say!(mastery.compare_one)}</p></div></Main> }.into_any();
    }
    let choices: Vec<_> =
        revisions.iter().map(|revision| (revision.number.to_string(), name_of(revision, zone))).collect();
    let action = format!("/work/{}/compare", work.id);
    let ways =
        vec![Choice::new("words", say!(mastery.compare_words)), Choice::new("beside", say!(mastery.compare_beside))];
    let body = match beside {
        true => {
            let side = |revision: &Revision| {
                view! {
                    <section class="flow">
                        <h2>{name_of(revision, zone)}</h2>
                        {gallery(revision)}
                        <Prose html=revision.prose() language=work.language.clone()/>
                    </section>
                }
            };
            view! { <div class="beside">{side(&old)}{side(&new)}</div> }.into_any()
        }
        false => words(&old, &new, pieces, &work.language, zone),
    };
    view! {
        <Main width=if beside { Width::Wide } else { Width::Text }>
            {head}
            <form method="get" action=action class="flow compare noprint">
                <div class="compare__two">
                    <SelectField name=field::FROM label=say!(mastery.compare_from) choices=choices.clone()/>
                    <SelectField name=field::TO label=say!(mastery.compare_to) choices/>
                </div>
                <Radios name=field::VIEW label=say!(mastery.compare_as) choices=ways/>
                <div class="actions"><button class="btn">{say!(mastery.compare_do)}</button></div>
            </form>
            {body}
        </Main>
    }
    .into_any()
}

fn name_of(revision: &Revision, zone: &str) -> String {
    let name = match revision.number {
        1 => say!(work.first),
        number => say!(work.nth, number = number.to_string()),
    };
    format!("{name} · {}", when::short_day(revision.made_at, zone))
}

/// What changed, in one text. For those who hear it, each change says what it is.
fn words(old: &Revision, new: &Revision, pieces: Vec<Piece>, language: &Language, zone: &str) -> AnyView {
    let same = pieces.iter().all(|piece| matches!(piece, Piece::Same(_)));
    let pieces = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Same(text) => view! { <span>{text}</span> }.into_any(),
            Piece::Out(text) => {
                view! { <del><span class="sr" lang=here()>{say!(mastery.was)} " "</span>{text}<span class="sr" lang=here()>" " {say!(mastery.was_end)}</span></del> }
                    .into_any()
            }
            Piece::In(text) => {
                view! { <ins><span class="sr" lang=here()>{say!(mastery.is)} " "</span>{text}<span class="sr" lang=here()>" " {say!(mastery.is_end)}</span></ins> }
                    .into_any()
            }
        })
        .collect_view();
    let key = match same {
        true => view! { <p class="soft">{say!(mastery.compare_same)}</p> }.into_any(),
        false => view! {
            <p class="soft small"><del>{say!(mastery.key_out, name = name_of(old, zone))}</del> " · "
                <ins>{say!(mastery.key_in, name = name_of(new, zone))}</ins></p>
        }
        .into_any(),
    };
    let pictures: (Vec<_>, Vec<_>) = (new.pictures.clone(), old.pictures.clone());
    let came = pictures.0.iter().filter(|picture| !pictures.1.contains(picture)).cloned().collect::<Vec<_>>();
    let came = (!came.is_empty()).then(|| {
        let shown = Revision { pictures: came, ..new.clone() };
        view! { <section class="flow"><h2>{say!(mastery.pictures_new)}</h2>{gallery(&shown)}</section> }
    });
    view! {
        {key}
        <div class="said changes" lang=language.tag().to_owned() dir="auto">{pieces}</div>
        {came}
    }
    .into_any()
}

fn here() -> &'static str {
    crate::wording::locale().as_str()
}
