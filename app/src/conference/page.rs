//! `/conference/{conference}`: the plan as student, advisor and family read it, and what the family says back.

use kinfolio::at::At;
use kinfolio::commitment::Commitment;
use kinfolio::conference::Conference;
use kinfolio::conference::afterword::Afterword;
use kinfolio::conference::live::Note;
use kinfolio::conference::reply::Reply;
use kinfolio::id::ConferenceId;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::time::ChosenTime;
use leptos::prelude::*;

use super::afterword::Afterwards;
use super::beneath::{AroundConference, Beneath, Heard};
use super::calling_off::gone;
use super::note::Notes;
use super::plan::{ClearPlan, PlanView, SpeakForNone, Unspoken};
use super::readable::Readable;
use super::replies::{Replies, WayToReply};
use super::words::{form_words, title};
use super::{found, place};
use crate::asking::{Asking, In};
use crate::commitment::{Commitments, LastTime};
use crate::family::student::When;
use crate::parts::{Icon, StudentTabs};
use crate::refusal::{Answer, Refusal};
use crate::rendition::Renditions;
use crate::shell::{Main, Page, Place, Width};
use crate::time::{ComesWith, chosen_for};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::SeeConference).await?;
    if conference.is_called_off() {
        drop(conn);
        return gone(&asking, conference, student).await;
    }
    let viewer = asking.viewer()?;
    let mut told = ConferenceSight::of(&mut conn, viewer, conference, student, asking.now()).await?;
    told.comes = told.comes.map(|chosen| chosen.read_by(viewer));
    let late = told.readable.conference.late(&mut conn, &asking.viewer()?.person_id).await?.is_some();
    drop(conn);
    show(&asking, told, late).await
}

/// A plan, and what was said about it.
pub(super) struct ConferenceSight {
    pub readable: Readable,
    pub replies: Vec<Reply>,
    pub around: AroundConference,
    /// Of the one who leads, for nobody else.
    pub notes: Vec<Note>,
    /// When the family comes, where they have chosen a time.
    pub comes: Option<ChosenTime>,
    pub commitments: Vec<Commitment>,
    /// What was promised at the conference before.
    pub last_time: Vec<Commitment>,
    pub afterwords: Vec<Afterword>,
    /// The student's other ones that are over, where this one is.
    pub earlier: Vec<Conference>,
    /// What stands beside its moments and letters.
    pub renditions: Renditions,
}

impl ConferenceSight {
    /// Everything the page shows.
    pub async fn of(
        conn: &mut Conn,
        viewer: &Viewer,
        mut conference: Conference,
        student: Student,
        now: At,
    ) -> Result<Self, Refusal> {
        let comes = chosen_for(conn, &student, &conference, now).await?;
        // A time that is chosen is the day, also where an older plan says another one.
        if let Some(comes) = &comes {
            conference.facts.starts_at = comes.time.starts_at;
        }
        let replies = conference.replies(conn, &student.looked_at_by).await?;
        let leads = student.standing.may_at_all(Action::LeadConference);
        let notes = if leads { conference.notes(conn).await? } else { Vec::new() };
        let commitments = conference.commitments(conn).await?;
        let last_time = conference.commitments_of_last_time(conn).await?;
        let afterwords = conference.afterwords(conn).await?;
        let mut earlier = Vec::new();
        if conference.is_over(now) {
            earlier = student.conferences(conn).await?;
            earlier.retain(|other| other.id != conference.id && other.is_over(now));
        }
        let readable = Readable::of(conn, conference, student).await?;
        let around = AroundConference::of(conn, &readable).await?;
        let letters = replies.iter().filter(|reply| !reply.letter.is_empty()).map(|reply| reply.id.as_str());
        let things = readable.plan.moments.iter().map(|moment| moment.id.as_str()).chain(letters);
        let renditions = Renditions::beside(conn, viewer, things).await?;
        Ok(Self { renditions, readable, replies, around, notes, comes, commitments, last_time, afterwords, earlier })
    }
}

/// The page, with what was typed into the reply.
async fn show(asking: &Asking, told: ConferenceSight, late: bool) -> Answer {
    let (viewer, now) = (asking.viewer()?, asking.now());
    let zone = viewer.time_zone.clone();
    let student = &told.readable.student;
    let heading = title(asking.locale, student);
    let page = Page::titled(heading.clone()).at(place(student));
    let page = match viewer.role {
        Role::Family => page,
        // Whoever leads can drag its moments.
        _ if told.readable.leads() => page.with_islands(),
        _ => page.working(),
    };
    let viewer = viewer.person_id.clone();
    Ok(asking
        .page(page, move || {
            let ConferenceSight { readable, replies, around, notes, comes, commitments, last_time, afterwords, earlier, renditions } =
                told;
            let (id, over) = (readable.conference.id.clone(), readable.conference.is_over(now));
            let leads = readable.leads();
            let hides = readable.student.standing.may_at_all(Action::HideWords);
            let worries = readable.student.standing.may_at_all(Action::SayWorry);
            let may = |action| readable.student.standing.may_at_all(action);
            let cards = (over || !commitments.is_empty() || leads).then(|| {
                let (zone, viewer, may_commit) = (zone.clone(), viewer.clone(), may(Action::Commit));
                view! { <Commitments conference=id.clone() commitments zone viewer may_commit/> }
            });
            let afterwards = (over || !afterwords.is_empty()).then(|| {
                let own = afterwords.iter().any(|word| word.author_id == viewer);
                view! { <Afterwards conference=id.clone() words=afterwords.clone() may_write=may(Action::LookBack) own/> }
            });
            let replying = may(Action::Reply).then(|| {
                let (conference, name) = (readable.conference.clone(), apart(readable.student.called()));
                view! { <WayToReply conference name zone=zone.clone() now late/> }
            });
            let student = readable.student.clone();
            let window = readable.leads().then(|| {
                let to = format!("/conference/{}/window", readable.conference.id);
                view! { <p class="noprint small"><a href=to>{say!(commitment.window_way)}</a></p> }
            });
            let ahead = readable.conference.may_be_called_off(now);
            let moves = (ahead && may(Action::MoveConference) && !leads).then(|| {
                let to = format!("/conference/{}/move", readable.conference.id);
                view! { <p class="noprint small"><a href=to>{say!(conference.move_way)}</a></p> }
            });
            let call_off = (ahead && leads).then(|| {
                let to = format!("/conference/{}/call-off", readable.conference.id);
                view! { <p class="noprint small"><a href=to>{say!(conference.call_off)}</a></p> }
            });
            let another = readable.leads().then(|| {
                let new = format!("/student/{}/conference?another", student.id);
                match over {
                    true => view! { <p class="noprint"><a class="btn btn--primary" href=new>{say!(conference.plan_next)}</a></p> },
                    false => view! { <p class="noprint"><a class="btn btn--quiet" href=new>{say!(conference.another)}</a></p> },
                }
            });
            let width = if student.standing.role == Role::Family { Width::Narrow } else { Width::Text };
            let heard = view! { <Heard readable=readable.clone() heard=around.heard.clone()/> }.into_any();
            let (watched, heard) =
                if readable.conference.is_watched_at_home() { (Some(heard), None) } else { (None, Some(heard)) };
            let replies = (!replies.is_empty())
                .then(|| view! { <Replies replies zone=zone.clone() viewer=viewer.clone() leads hides worries renditions=renditions.clone()/> });
            let comes = comes.map(|choice| view! { <ComesWith choice/> });
            let plan = view! {
                <PlanView readable=readable.clone() templates=around.templates.clone() renditions=renditions.clone()/>
                <SpeakForNone readable=readable.clone()/>
                <Unspoken readable=readable.clone()/>
                {(!over).then(|| view! { <ClearPlan readable=readable.clone()/> })}
                <Beneath readable=readable.clone() around over/>
            };
            let (last_time, notes) =
                (view! { <LastTime commitments=last_time zone=zone.clone() folded=true/> }, view! { <Notes notes zone=zone.clone()/> });
            let facts = view! { <Facts readable zone=zone.clone() over/> };
            let head = view! { <header><StudentTabs student here=Place::Conference/><h1>{heading}</h1></header> };
            if over {
                // Afterwards: what was said back and promised; what was shown is folded; then the next one.
                let earlier = earlier_ones(earlier, &zone);
                return view! {
                    <Main width>
                        {head} {facts} {watched} {replying} {replies} {cards} {afterwards}
                        <details class="fold">
                            <summary>{say!(conference.what_was_shown)}</summary>
                            <div class="flow">{last_time} {plan} {heard} {notes}</div>
                        </details>
                        {window} {another} {earlier}
                    </Main>
                }
                .into_any();
            }
            view! {
                <Main width>
                    {head} {facts} {watched} {comes} {last_time} {plan} {heard} {replies} {cards} {afterwards} {notes} {replying}
                    {window} {moves} {call_off} {another}
                </Main>
            }
            .into_any()
        })
        .await)
}

/// The conferences before this one, the last first.
pub(super) fn earlier_ones(earlier: Vec<Conference>, zone: &str) -> Option<impl IntoView + use<>> {
    (!earlier.is_empty()).then(|| {
        let rows: Vec<_> =
            earlier.into_iter().rev().map(|conference| view! { <When conference zone=zone.to_owned()/> }).collect();
        view! { <section class="flow"><h2>{say!(conference.earlier)}</h2>{rows}</section> }
    })
}

/// When, where and how; and, for the one who leads, the ways to change it and to begin.
#[component]
fn Facts(readable: Readable, zone: String, over: bool) -> impl IntoView {
    let facts = readable.conference.facts.clone();
    let here = format!("/conference/{}", readable.conference.id);
    let present = (!readable.plan.moments.is_empty()).then(|| {
        view! { <a class="btn btn--primary btn--big" href=format!("{here}/present")><Icon name="play" flip=true/> {say!(conference.present)}</a> }
    });
    // Whoever does not lead can follow; and whoever could not come goes through it at home, in their own time.
    let at_home = over || readable.conference.is_watched_at_home();
    let follows = (!readable.leads() && !readable.plan.moments.is_empty()).then(|| {
        let (to, words) = match at_home {
            true => (format!("{here}/follow/1"), say!(live.step_by_step)),
            false => (format!("{here}/follow"), say!(live.follow)),
        };
        view! { <p class="noprint"><a class="btn btn--big" href=to>{words}</a></p> }
    });
    let rehearse = (!readable.plan.moments.is_empty()).then(|| {
        view! { <a class="btn" href=format!("{here}/rehearse")>{say!(rehearse.title)}</a> }
    });
    let printed = (!readable.plan.moments.is_empty()).then(|| {
        view! { <p class="small noprint"><a href=format!("{here}/print")>{say!(plan.print)}</a></p> }
    });
    let leading = readable.leads().then(|| {
        let edit = if over { "btn btn--quiet" } else { "btn" };
        view! {
            <div class="actions noprint">
                {(!over).then(|| view! { {present} {rehearse} })}
                <a class=edit href=format!("{here}/edit")>{say!(conference.change_facts)}</a>
            </div>
        }
    });
    let language = say!(conference.led_in, language = facts.language.own_name());
    view! {
        <div class="when">
            <strong><time datetime=when::machine(facts.starts_at, &zone)>{when::day_and_time(facts.starts_at, &zone)}</time></strong>
            {(!facts.place.is_empty()).then(|| view! { <p><bdi>{facts.place}</bdi></p> })}
            <p class="soft small">{form_words(facts.form).0} " · " {language}</p>
        </div>
        {leading}
        {follows}
        {(!at_home).then(|| view! { <p class="noprint small"><a href=format!("{here}/calendar")>{say!(time.to_calendar)}</a></p> })}
        {printed}
    }
}
