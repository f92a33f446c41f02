//! Promises: making them, putting them in other words, and saying how they went.

pub mod edit;
pub mod follow_up;
pub mod slips;

use kinfolio::commitment::{Commitment, Outcome};
use kinfolio::day::Day;
use kinfolio::id::{CommitmentId, ConferenceId, PersonId};
use kinfolio::language::Languages;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::definition::words::{Paragraphs, named};
use crate::parts::{THEIRS, Voice, VoiceCard, WithTheirs};
use crate::refusal::Refusal;
use crate::when;
use crate::wording::{apart, locale_tagged};

/// How a promise went, in words.
pub(crate) fn outcome_words(outcome: Outcome) -> String {
    match outcome {
        Outcome::Kept => say!(commitment.kept),
        Outcome::Partly => say!(commitment.partly),
        Outcome::NotYet => say!(commitment.not_yet),
        Outcome::Changed => say!(commitment.changed),
    }
}

/// A day, as the page writes it.
fn day_words(day: Day, zone: &str) -> Option<String> {
    Some(when::day(day.noon(zone)?, zone))
}

/// A promise, found through whoever may see the conference it was made at.
async fn found(
    asking: &Asking,
    conn: &mut Conn,
    id: &CommitmentId,
    action: Action,
) -> Result<(Commitment, Student), Refusal> {
    let school = asking.viewer()?.school_id.clone();
    let commitment = Commitment::find(conn, &school, id).await?.ok_or(Refusal::NotFound)?;
    let student = asking.student(conn, &commitment.student_id, action).await?;
    Ok((commitment, student))
}

/// One promise, with its maker's edge.
#[component]
pub(crate) fn CommitmentCard(
    commitment: Commitment,
    zone: String,
    /// Who looks, where they may change their own.
    #[prop(optional_no_strip)]
    viewer: Option<PersonId>,
) -> impl IntoView {
    let worded = viewer.is_some_and(|viewer| commitment.is_worded_by(&viewer));
    let Commitment { id, author, kinship, what, sign, by_day, language, outcome, outcome_words: how, .. } = commitment;
    let voice = Voice::of(commitment.author_role);
    let mut about = Vec::new();
    about.extend(by_day.and_then(|day| Some(say!(commitment.by_day, day = day_words(day, &zone)?))));
    about.extend(
        commitment.writer.map(|writer| say!(definition.said_by, author = apart(&author), writer = apart(&writer))),
    );
    let sign = (!sign.is_empty()).then(|| {
        let sentence = say!(commitment.sign_is, words = THEIRS);
        view! { <p class="soft small"><WithTheirs sentence words=sign language=language.clone()/></p> }
    });
    let went = outcome.map(|outcome| {
        let how = (!how.is_empty()).then(|| view! { <Paragraphs text=how/> });
        view! { <div class="went"><p class="small"><strong>{outcome_words(outcome)}</strong></p>{how}</div> }
    });
    let mut ways = Vec::new();
    if worded {
        ways.push((format!("/commitment/{id}"), say!(commitment.change)));
    }
    let note = (!about.is_empty()).then(|| about.join(" · "));
    view! {
        <VoiceCard voice name=named(&author, kinship.as_deref()) language note ways about=what.clone() id=format!("p-{id}")>
            <Paragraphs text=what/>
            {sign}
            {went}
        </VoiceCard>
    }
}

/// What was promised at a conference, and who has not promised anything, kindly.
#[component]
pub(crate) fn Commitments(
    conference: ConferenceId,
    commitments: Vec<Commitment>,
    zone: String,
    viewer: PersonId,
    may_commit: bool,
) -> impl IntoView {
    let missing: Vec<String> = [Voice::Student, Voice::Family, Voice::School]
        .into_iter()
        .filter(|voice| !commitments.iter().any(|commitment| Voice::of(commitment.author_role) == *voice))
        .map(|voice| match voice {
            Voice::Student => say!(commitment.none_student),
            Voice::Family => say!(commitment.none_family),
            Voice::School => say!(commitment.none_school),
        })
        .collect();
    let cards = commitments
        .into_iter()
        .map(|commitment| view! { <CommitmentCard commitment zone=zone.clone() viewer=Some(viewer.clone())/> })
        .collect_view();
    let missing = missing.into_iter().map(|words| view! { <p class="soft small">{words}</p> }).collect_view();
    let way = may_commit.then(|| {
        view! { <p class="noprint"><a class="btn" href=format!("/conference/{conference}/commitment")>{say!(commitment.make)}</a></p> }
    });
    view! {
        <section class="flow" id="promises">
            <h2>{say!(commitment.title)}</h2>
            <div class="quilt">{cards}</div>
            {missing}
            {way}
        </section>
    }
}

/// What was promised last time: a conference opens with it.
#[component]
pub(crate) fn LastTime(
    commitments: Vec<Commitment>,
    zone: String,
    /// Whether it unfolds where it stands.
    #[prop(optional)]
    folded: bool,
) -> impl IntoView {
    (!commitments.is_empty()).then(|| {
        let cards = commitments.into_iter().map(|commitment| view! { <CommitmentCard commitment zone=zone.clone()/> }).collect_view();
        let heading = say!(commitment.last_time);
        if folded {
            return view! {
                <details class="fold"><summary>{heading}</summary><div class="quilt" id="last-time">{cards}</div></details>
            }
            .into_any();
        }
        view! { <section class="flow" id="last-time"><h2>{heading}</h2><div class="quilt">{cards}</div></section> }.into_any()
    })
}

/// The mail that says there is a question, in the first of somebody's languages that we speak: subject and text.
pub fn mail_words(languages: &Languages, name: &str, school: &str, address: &str) -> (String, String) {
    let locale = languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or_default();
    let subject = say_in!(locale, commitment.mail_subject, school = school);
    (subject, say_in!(locale, commitment.mail, name = name, school = school, address = address))
}
