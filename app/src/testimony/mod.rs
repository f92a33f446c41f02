//! What the family tells about a student: telling it, and what the student says to it.

pub mod answer;
pub mod change;
pub mod inbox;
pub mod tell;

use kinfolio::id::TestimonyId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::testimony::{Kind, Testimony};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::definition::saying::Said;
use crate::definition::words::{Paragraphs, named};
use crate::parts::{Voice, VoiceCard};
use crate::refusal::Refusal;
use crate::wording::apart;

/// A testimony and whom it is about, found through whoever asks.
pub(crate) async fn found(
    asking: &Asking,
    conn: &mut Conn,
    id: &TestimonyId,
    action: Action,
) -> Result<(Testimony, Student), Refusal> {
    let viewer = asking.viewer()?;
    let testimony = Testimony::find(conn, viewer, id).await?.ok_or(Refusal::NotFound)?;
    let student = asking.student(conn, &testimony.student_id, action).await?;
    if testimony.may_see(&viewer.person_id, student.standing) {
        Ok((testimony, student))
    } else {
        Err(Refusal::NotFound)
    }
}

/// What it is, in a word or two.
fn kind_words(kind: Kind) -> String {
    match kind {
        Kind::Told => say!(testimony.mark_told),
        Kind::Made => say!(testimony.mark_made),
    }
}

/// Somebody's words about the student, as they are read wherever they stand.
#[component]
pub fn ToldCard(
    told: Testimony,
    /// At the foot: ways on, each with its words.
    #[prop(optional)]
    ways: Vec<(String, String)>,
    /// At the foot, behind what it is: where it stands.
    #[prop(optional_no_strip, into)]
    where_it_is: Option<String>,
    /// Beneath the words: what was said back.
    #[prop(optional_no_strip)]
    beneath: Option<AnyView>,
    /// Whether nothing stands between the page's title and it.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let kinship = (!told.kinship.is_empty()).then_some(told.kinship.as_str());
    let name = named(&told.author, kinship);
    let facts = [kind_words(told.told.kind), apart(&told.told.place), where_it_is.unwrap_or_default()];
    let facts: Vec<String> =
        facts.into_iter().filter(|fact| !fact.trim_matches(['\u{2068}', '\u{2069}']).is_empty()).collect();
    let title = (!told.told.title.is_empty()).then(|| told.told.title.clone()).map(|title| match alone {
        true => view! { <h2 dir="auto">{title}</h2> }.into_any(),
        false => view! { <h3 dir="auto">{title}</h3> }.into_any(),
    });
    let language = told.told.said.language.clone();
    let speaker = told.author.clone();
    let about = if told.told.title.is_empty() { told.told.said.text.clone() } else { told.told.title.clone() };
    let gone = told.withdrawn_at.map(|_| view! { <p class="soft small">{say!(testimony.taken_back)}</p> });
    view! {
        <VoiceCard voice=Voice::Family name language note=facts.join(" · ") ways about beneath id=format!("t-{}", told.id)>
            {title}
            {gone}
            <Said said=told.told.said name=speaker/>
        </VoiceCard>
    }
}

/// What the student said back, beneath the words; only the two read it.
fn thanks(testimony: &Testimony, student: &Student) -> Option<AnyView> {
    (!testimony.answer.thanks.is_empty()).then(|| {
        let name = say!(testimony.thanks_from, name = apart(student.called()));
        let text = testimony.answer.thanks.clone();
        view! {
            <VoiceCard voice=Voice::Student name language=testimony.thanks_language() line=true>
                <Paragraphs text/>
            </VoiceCard>
        }
        .into_any()
    })
}
