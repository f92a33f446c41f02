//! What the family says back, as it is read and heard.

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::conference::reply::{Reply, Said, Starter};
use kinfolio::id::PersonId;
use kinfolio::language::Language;
use kinfolio::rendition::WordsOf;
use leptos::prelude::*;

use super::words::starter_words;
use crate::definition::words::{Paragraphs, named};
use crate::parts::{Player, Voice, VoiceCard};
use crate::rendition::{Rendered, Renditions};
use crate::when;
use crate::wording::{Worded, apart};

/// One reply, and the letter back beneath it.
#[component]
pub(super) fn ReplyCard(
    reply: Reply,
    zone: String,
    /// Who looks, where they may do more than read.
    #[prop(optional_no_strip)]
    viewer: Option<PersonId>,
    /// Whether the student looks, who can write back.
    #[prop(optional)]
    leads: bool,
    /// Whether whoever looks can hide it.
    #[prop(optional)]
    hides: bool,
    /// Whether whoever looks can say that they worry because of it.
    #[prop(optional)]
    worries: bool,
    /// Without the letter.
    #[prop(optional)]
    bare: bool,
    /// What stands beside the letter.
    #[prop(optional)]
    renditions: Renditions,
) -> impl IntoView {
    let kinship = (!reply.kinship.is_empty()).then_some(reply.kinship.as_str());
    let name = named(&reply.author, kinship);
    let note = when::short_day(reply.made_at, &zone);
    let asked = (reply.starter != Starter::Own).then(|| Worded::from(starter_words(reply.starter)));
    let mut ways = Vec::new();
    let is_gone = reply.withdrawn_at.is_some();
    if viewer.as_ref() == Some(&reply.author_id) && !is_gone {
        ways.push((format!("/reply/{}", reply.id), say!(commitment.change)));
    }
    if leads && !is_gone {
        let words = if reply.letter.is_empty() { say!(commitment.write_back) } else { say!(commitment.letter_change) };
        ways.push((format!("/reply/{}/letter", reply.id), words));
    }
    if hides && !is_gone {
        ways.push((format!("/reply/{}/hide", reply.id), say!(hiding.title)));
    }
    if worries && !is_gone && viewer.as_ref() != Some(&reply.author_id) {
        ways.push((format!("/reply/{}/worry", reply.id), say!(worry.link)));
    }
    let letter = (!bare && !reply.letter.is_empty()).then(|| {
        let language = Language::tagged(&reply.letter_language).unwrap_or_else(Language::english);
        // Whoever only reads the keepsake adds nothing there.
        let rendered = renditions.beneath(&Rendered {
            of: WordsOf::Letter,
            id: reply.id.as_str(),
            words: &reply.letter,
            language: &language,
            author: None,
            may: viewer.is_some(),
        });
        view! {
            <VoiceCard voice=Voice::Student name=say!(commitment.letter_back) language line=true beneath=rendered><Paragraphs text=reply.letter.clone()/></VoiceCard>
        }
        .into_any()
    });
    let Said { text, sound, transcript, language } = reply.said;
    let about = if text.is_empty() { transcript.clone() } else { text.clone() };
    let heard = sound.map(|sound| view! { <Player sound name=apart(&reply.author)/> });
    let spoken = (!transcript.is_empty()).then(|| view! { <Paragraphs text=transcript/> });
    let typed = (!text.is_empty()).then(|| view! { <Paragraphs text/> });
    let gone = is_gone.then(|| view! { <p class="soft small">{say!(conference.reply_taken_back)}</p> });
    view! {
        <VoiceCard voice=Voice::Family name asked language note ways about beneath=letter id=format!("r-{}", reply.id)>
            {gone} {heard} {spoken} {typed}
        </VoiceCard>
    }
}

/// What family members said back.
#[component]
pub(super) fn Replies(
    replies: Vec<Reply>,
    zone: String,
    viewer: PersonId,
    leads: bool,
    hides: bool,
    worries: bool,
    renditions: Renditions,
) -> impl IntoView {
    let cards = replies
        .into_iter()
        .map(|reply| view! { <ReplyCard reply zone=zone.clone() viewer=Some(viewer.clone()) leads hides worries renditions=renditions.clone()/> })
        .collect_view();
    view! { <section class="flow" id="replies"><h2>{say!(conference.replies)}</h2><div class="quilt">{cards}</div></section> }
}

/// For family: the way to say something back; kindly closed, once the day has passed.
#[component]
pub(super) fn WayToReply(
    conference: Conference,
    name: String,
    zone: String,
    now: At,
    /// Whether something of theirs came too late, and is kept for them.
    late: bool,
) -> impl IntoView {
    let to = format!("/conference/{}/reply", conference.id);
    let last = conference.replies_close_on(&zone);
    let day = last.noon(&zone).map(|noon| when::day(noon, &zone)).unwrap_or_default();
    if !conference.is_open_for_replies(now, &zone) {
        let kept = late.then(|| {
            view! { <p>{say!(commitment.late_kept)} " " <a href=to>{say!(commitment.late_open)}</a></p> }
        });
        return view! { <div id="reply"><p class="soft">{say!(commitment.closed, day = day, name = name)}</p> {kept}</div> }
            .into_any();
    }
    view! {
        <section class="voice voice--family ask" id="reply">
            <h2>{say!(conference.reply)}</h2>
            <p class="soft">{say!(conference.reply_lead, name = name)} " " {say!(commitment.open_until, day = day)}</p>
            <div class="actions">
                <a class="btn btn--family btn--big" href=to>{say!(commitment.talk_or_write)}</a>
            </div>
        </section>
    }
    .into_any()
}
