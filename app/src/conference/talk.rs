//! `/conference/{conference}/talk`: what advisor, family and, where the student asks them, fellow students think of the
//! plan. All that is read here of the plan is its outline: names, purposes, minutes.

use kinfolio::conference::Conference;
use kinfolio::conference::comment::{Comment, may_settle};
use kinfolio::conference::moment::Plan;
use kinfolio::field;
use kinfolio::id::{CommentId, ConferenceId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::{Action, Relation};
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words;
use leptos::prelude::*;

use super::words::{minutes, purpose_words};
use super::{found, place};
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::{Paragraphs, named};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, Hidden, LanguageField, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::wording::apart;

/// What is talked about, found through whoever asks.
struct TalkPage {
    conference: Conference,
    student: Student,
    plan: Plan,
    talk: Vec<Comment>,
}

impl TalkPage {
    async fn of(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<Self, Refusal> {
        let (conference, student) = found(asking, conn, id, Action::CommentOnPlan).await?;
        if !student.standing.may(Action::CommentOnPlan, conference.outline_audience()) {
            return Err(Refusal::NotFound);
        }
        let plan = conference.plan(conn).await?;
        let viewer = asking.viewer()?;
        let mut talk = conference.comments(conn).await?;
        talk.retain(|comment| comment.may_be_read(viewer.role, &viewer.person_id, &student.id));
        Ok(Self { conference, student, plan, talk })
    }

    fn leads(&self) -> bool {
        self.student.standing.may_at_all(Action::LeadConference)
    }

    fn is_classmates(&self) -> bool {
        self.student.standing.role == Role::Student && self.student.standing.relation == Relation::SameAdvisory
    }
}

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let table = TalkPage::of(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, table, Form::default()).await
}

/// Says something, or that there is nothing more to say.
pub async fn say(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let table = TalkPage::of(&asking, &mut tx, &id).await?;
    let here = format!("/conference/{id}/talk");
    if fields.has(field::SETTLE) {
        if !may_settle(&table.talk, &viewer.person_id, table.leads()) {
            return Err(Refusal::NotAllowed);
        }
        let before = asking.before(&mut tx, SeenAct::CommentOnPlan, &id).await?;
        table.conference.settle_comments(&mut tx, asking.now()).await?;
        return asking.done(tx, before, here, Done::Settled).await;
    }
    match words::said(fields.get(field::TEXT), fields.get(field::LANGUAGE)) {
        Ok((words, language)) => {
            let comment = fields.id_or(CommentId::new);
            let said = (words.as_str(), &language);
            let before = asking.before(&mut tx, SeenAct::CommentOnPlan, &id).await?;
            if !table.conference.comment(&mut tx, viewer, &comment, said, asking.now()).await?.is_kept() {
                return Err(Refusal::NotFound);
            }
            asking.done(tx, before, format!("{here}#c-{comment}"), Done::Spoken).await
        }
        Err(problems) => {
            drop(tx);
            show(&asking, table, Form::again(&fields, problems)).await
        }
    }
}

/// `/comment/{comment}/take-back`: whoever said it takes it back.
pub async fn take_back(asking: Asking, In(id): In<CommentId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?;
    let mut tx = asking.write().await?;
    let (words, conference) = Comment::of_author(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let became = BinKind::Comment.throw_away(&mut tx, viewer, &id, &words, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{conference}/talk"), thrown(&became))
}

/// `/conference/{conference}/classmates`: asks the advisory what they think, or asks them no more.
pub async fn ask_classmates(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let ask = fields.has(field::ASK);
    let before = asking.before(&mut tx, SeenAct::PlanConference, &id).await?;
    conference.ask_classmates(&mut tx, ask).await?;
    let said = if ask { Done::ClassmatesAsked } else { Done::ClassmatesNotAsked };
    asking.done(tx, before, format!("/conference/{id}/talk"), said).await
}

async fn show(asking: &Asking, table: TalkPage, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let (now, came_back) = (asking.now(), form.values().has(field::TEXT));
    let name = apart(table.student.called());
    let title = if table.leads() {
        say_in!(asking.locale, plan.talk)
    } else {
        say_in!(asking.locale, plan.talk_of, name = name.clone())
    };
    let page = Page::titled(title.clone()).at(place(&table.student)).with_form(form.clone());
    let page = if viewer.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, CommentId::new);
            let here = format!("/conference/{}", table.conference.id);
            let talk_at = format!("{here}/talk");
            let settle = may_settle(&table.talk, &viewer.person_id, table.leads()).then(|| {
                view! {
                    <form class="actions" method="post" action=talk_at.clone()>
                        <button class="btn btn--small" name=field::SETTLE.wire() value="yes">{say!(definition.settle)}</button>
                        <p class="soft small">{say!(definition.settle_note)}</p>
                    </form>
                }
            });
            let back = match table.is_classmates() {
                true => ("/".to_owned(), say!(shell.home)),
                false => (here.clone(), say!(conference.plan)),
            };
            let lead = if table.leads() {
                say!(plan.talk_lead)
            } else if table.is_classmates() {
                say!(plan.talk_lead_classmates, name = name.clone())
            } else {
                say!(plan.talk_lead_others, name = name.clone())
            };
            let asks = table.leads().then(|| asking_classmates(&here, table.conference.asks_classmates));
            let hint = if table.leads() { say!(plan.talk_hint_own) } else { say!(plan.talk_hint) };
            let zone = viewer.time_zone.clone();
            let me = viewer.person_id.clone();
            // A plan that is over is talked about no more; nothing that was typed is lost where somebody did.
            let instead = (table.conference.is_over(now) && !came_back)
                .then(|| view! { <p class="soft">{say!(plan.talk_over)} " " <a href=here.clone()>{say!(plan.talk_over_way)}</a></p> }.into_any());
            let said = |comment: Comment| {
                let own = (comment.author_id == me).then(|| {
                    view! { <TakeBack to=format!("/comment/{}/take-back", comment.id) words=say!(definition.take_words_back)/> }
                });
                view! { <div><Said comment zone=zone.clone()/>{own}</div> }
            };
            let talk = table.talk.iter().cloned().map(said).collect_view();
            view! {
                <FormPage back=back.0 back_words=back.1 title lead
                    above=view! { {outline(&table.plan)} {asks} <section class="flow" id="talk">{talk} {settle}</section> }.into_any()
                    instead action=talk_at identity save=say!(definition.say_send)>
                    <TextArea name=field::TEXT label=say!(definition.say) hint rows=3/>
                    <LanguageField own=viewer.languages/>
                </FormPage>
            }
        })
        .await)
}

/// The plan's names, purposes and minutes, and nothing else of it.
pub(super) fn outline(plan: &Plan) -> impl IntoView + use<> {
    let rows = plan
        .moments
        .iter()
        .map(|moment| {
            let words = &moment.words;
            let about = format!("{} · {}", purpose_words(words.purpose).0, minutes(words.minutes));
            view! {
                <li><div>
                    <p class="strong" lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</p>
                    <p class="soft small">{about}</p>
                </div></li>
            }
        })
        .collect_view();
    view! { <ol class="lines">{rows}</ol> }
}

/// For the student: asking the advisory, or asking them no more.
fn asking_classmates(here: &str, asks: bool) -> impl IntoView + use<> {
    let (note, button) = if asks {
        (say!(plan.classmates_asked), say!(plan.classmates_stop))
    } else {
        (say!(plan.classmates_note), say!(plan.classmates_ask))
    };
    let ask = (!asks).then(|| view! { <Hidden name=field::ASK value="yes"/> });
    view! {
        <form class="flow" method="post" action=format!("{here}/classmates")>
            {ask}
            <p class="soft">{note}</p>
            <button class="btn btn--small">{button}</button>
        </form>
    }
}

#[component]
fn Said(comment: Comment, zone: String) -> impl IntoView {
    let name = named(&comment.author_name, comment.author_kinship.as_deref());
    let day = when::short_day(comment.made_at, &zone);
    let note = match comment.settled_at {
        Some(_) => format!("{day} · {}", say!(definition.settled)),
        None => day,
    };
    view! {
        <VoiceCard voice=Voice::of(comment.author_role) name language=comment.language note line=true
            id=format!("c-{}", comment.id)><Paragraphs text=comment.text/></VoiceCard>
    }
}

/// The way to the talk, which says whether it is open, and with whom.
pub(super) fn way_to_talk(conference: &Conference, comments: &[Comment], leads: bool) -> (String, String) {
    let open = comments.iter().rfind(|comment| comment.settled_at.is_none());
    let words = match open {
        Some(last) => say!(plan.talk_open, name = apart(&last.author_called)),
        None if leads => say!(plan.talk),
        None => say!(plan.talk_begin),
    };
    (format!("/conference/{}/talk", conference.id), words)
}
