//! What stands beneath a plan: who does what, what is still open before the day, what others think, and run-throughs that
//! the student lets others hear.

use kinfolio::conference::comment::Comment;
use kinfolio::conference::duty::{Duties, Duty};
use kinfolio::conference::ready::{Checklist, SchoolList};
use kinfolio::conference::rehearsal::Rehearsal;
use kinfolio::conference::school_plan::PlanTemplate;
use kinfolio::person::Role;
use kinfolio::policy::Action;
use kinfolio::portfolio::Eyes;
use kinfolio::store::Conn;
use kinfolio::work::WorkFile;
use leptos::prelude::*;

use super::readable::Readable;
use super::ready::Ready;
use super::talk::way_to_talk;
use super::words::duty_words;
use crate::parts::Player;
use crate::refusal::Refusal;
use crate::wording::apart;
use crate::work::files::Files;

/// Everything that stands around a plan.
#[derive(Clone)]
pub struct AroundConference {
    pub duties: Duties,
    /// For those who prepare.
    pub checklist: Option<Checklist>,
    pub comments: Vec<Comment>,
    /// Of the school, where the plan is empty and whoever looks may start it.
    pub templates: Vec<PlanTemplate>,
    /// Run-throughs that are for others too, each with the videos of it that whoever looks may see.
    pub heard: Vec<(Rehearsal, Vec<WorkFile>)>,
}

impl AroundConference {
    /// Everything around a plan, as far as whoever looks may see it.
    pub async fn of(conn: &mut Conn, readable: &Readable) -> Result<Self, Refusal> {
        let (conference, student) = (&readable.conference, &readable.student);
        let duties = conference.duties(conn).await?;
        let checklist = if student.standing.role == Role::Family {
            None
        } else {
            let list = SchoolList::of(conn, &student.school_id).await?;
            Some(conference.checklist(conn, &list, &readable.plan, &duties).await?)
        };
        let mut comments = conference.comments(conn).await?;
        comments.retain(|comment| comment.may_be_read(student.standing.role, &student.id, &student.id));
        let mut templates = Vec::new();
        if readable.leads() && readable.plan.moments.is_empty() {
            templates = PlanTemplate::all(conn, &student.school_id).await?;
            templates.retain(|template| !template.is_put_away);
        }
        // Where families watch it at home, whoever leads sees what they will.
        let (leads, at_home) = (readable.leads(), conference.is_watched_at_home());
        let eyes = if leads { Eyes::Family.on(student) } else { student.clone() };
        let mut heard = if leads && !at_home { Vec::new() } else { conference.rehearsals(conn).await? };
        heard.retain(|run| eyes.standing.may(Action::SeeConference, run.audience));
        let mut videos = Vec::new();
        for run in &heard {
            videos.push(run.videos(conn, &eyes).await?);
        }
        let heard = heard.into_iter().zip(videos).collect();
        Ok(Self { duties, checklist, comments, templates, heard })
    }
}

/// All of it.
#[component]
pub fn Beneath(
    readable: Readable,
    around: AroundConference,
    /// Whether it is over: then nobody is asked for anything before it begins.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let AroundConference { duties, checklist, comments, .. } = around;
    let here = format!("/conference/{}", readable.conference.id);
    let leads = readable.leads();
    let interpreter = readable.tells_of_interpreter() && !over;
    let name = readable.student.called().to_owned();
    let ready = checklist.filter(|_| !readable.plan.moments.is_empty()).map(|checklist| {
        let to = format!("{here}/ready");
        view! { <Ready checklist to leads name=name.clone()/> }
    });
    let talk = (!over || !comments.is_empty()).then(|| {
        let (to, words) = way_to_talk(&readable.conference, &comments, leads);
        let words = if over { say!(plan.talk_was) } else { words };
        view! { <p class="noprint"><a class="go" href=to>{words}</a></p> }
    });
    view! {
        <Roles duties here leads interpreter/>
        {ready}
        {talk}
    }
}

/// The recordings and videos of run-throughs that are for others too. Where the conference is one that is recorded, this is
/// what those who watch it at home came for.
#[component]
pub fn Heard(readable: Readable, heard: Vec<(Rehearsal, Vec<WorkFile>)>) -> impl IntoView {
    let name = apart(readable.student.called());
    let heard: Vec<_> = heard
        .into_iter()
        .filter(|(run, videos)| run.sound_id.is_some() || !videos.is_empty())
        .map(|(run, videos)| {
            let said =
                (!run.transcript.is_empty()).then(|| view! { <p class="said" dir="auto">{run.transcript.clone()}</p> });
            let sound = run.sound_id.map(|sound| view! { <Player sound name=name.clone()/> });
            view! { <div class="flow">{sound}<Files files=videos/>{said}</div> }
        })
        .collect();
    let (leads, at_home) = (readable.leads(), readable.conference.is_watched_at_home());
    if heard.is_empty() {
        let nudge = leads && at_home && !readable.plan.moments.is_empty();
        return nudge.then(|| {
            let to = format!("/conference/{}/rehearse", readable.conference.id);
            view! { <p class="nudge">{say!(rehearse.watched_none)} " " <a href=to>{say!(rehearse.title)}</a></p> }
                .into_any()
        });
    }
    let words = match (at_home, leads) {
        (true, true) => say!(rehearse.watched_own),
        (true, false) => say!(rehearse.watched, name = name),
        (false, _) => say!(rehearse.heard, name = name),
    };
    Some(view! { <section class="flow"><h2>{words}</h2>{heard}</section> }.into_any())
}

/// Who does what. Where an interpreter is needed and nobody is named, it says so.
#[component]
pub fn Roles(duties: Duties, here: String, leads: bool, interpreter: bool) -> impl IntoView {
    let rows: Vec<_> = Duty::ALL
        .iter()
        .filter_map(|duty| {
            let who = duties.of(*duty)?.to_owned();
            Some(view! { <dt>{duty_words(*duty)}</dt><dd><bdi>{who}</bdi></dd> })
        })
        .collect();
    let missing = interpreter && duties.of(Duty::Interprets).is_none();
    let missing = missing.then(|| view! { <p class="nudge">{say!(plan.who_interprets)}</p> });
    let change = leads.then(|| {
        view! { <p class="noprint"><a class="btn btn--small" href=format!("{here}/roles")>{say!(plan.change_roles)}</a></p> }
    });
    let list = (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> });
    let teach = (leads && list.is_none()).then(|| view! { <p class="soft">{say!(plan.roles_lead)}</p> });
    (list.is_some() || missing.is_some() || leads).then(|| {
        view! { <section class="flow" id="roles"><h2>{say!(plan.roles)}</h2>{teach}{list}{missing}{change}</section> }
    })
}
