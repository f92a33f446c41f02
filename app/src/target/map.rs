//! A student's map of the targets: what builds on what, what is mastered, what is open next; and what they mean to do.

use std::collections::HashMap;

use kinfolio::day::Day;
use kinfolio::id::{PersonId, TargetId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::target::Target;
use kinfolio::target::aim::Aim;
use kinfolio::target::gathering::OwnGathering;
use kinfolio::target::map::{Branch, branches};
use kinfolio::target::standing::{Stand, TargetStanding};
use leptos::prelude::*;

use super::aims::AimLines;
use super::picture::MapPicture;
use super::{StandingMark, work_link};
use crate::asking::{Asking, In};
use crate::own_words::school_lang;
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::wording::apart;

/// The map.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeMap).await?;
    let mut targets = Target::all(&mut conn, &student.school_id).await?;
    let mut stands = student.stands(&mut conn, &targets).await?;
    // One that is not offered any more is there for those who began with it.
    let begun = |id: &TargetId| stands.iter().any(|stand| stand.target_id == *id && !stand.works.is_empty());
    targets.retain(|target| !target.is_withdrawn || begun(&target.id));
    stands.retain(|stand| targets.iter().any(|target| target.id == stand.target_id));
    let mut aims = student.aims(&mut conn).await?;
    let today = Day::of(asking.now(), &asking.viewer()?.time_zone);
    let about_now = student.about_now(&mut conn, today).await?;
    // Who is asked to come where is between them and who asked.
    let own = student.standing.role == Role::Student;
    let gatherings = if own { student.gatherings(&mut conn, today).await? } else { Vec::new() };
    drop(conn);
    aims.retain(|aim| !aim.is_done);
    let zone = asking.viewer()?.time_zone.clone();
    let title = match student.standing.role {
        Role::Student => say_in!(asking.locale, mastery.map),
        _ => say_in!(asking.locale, mastery.map_of, name = apart(student.called())),
    };
    let page = Page::titled(title.clone()).working().at(Place::Targets);
    Ok(asking.page(page, move || body(title, student, targets, stands, aims, (about_now, gatherings), &zone)).await)
}

fn body(
    title: String,
    student: Student,
    targets: Vec<Target>,
    stands: Vec<Stand>,
    aims: Vec<Aim>,
    (about_now, gatherings): (Vec<(TargetId, String)>, Vec<OwnGathering>),
    zone: &str,
) -> AnyView {
    let own = student.standing.role == Role::Student;
    let (to, back) = match own {
        true => ("/targets".to_owned(), say!(target.title)),
        false => (format!("/student/{}", student.id), student.name.clone()),
    };
    let head = view! {
        <header><Back to words=back/><h1>{title}</h1><p class="lead">{say!(mastery.map_lead)}</p></header>
    };
    if targets.is_empty() {
        return view! {
            <Main>{head}<div class="empty"><h2>{say!(target.empty)}</h2><p>{say!(target.empty_others)}</p></div></Main>
        }
        .into_any();
    }
    let names: HashMap<TargetId, String> =
        targets.iter().map(|target| (target.id.clone(), target.statement.clone())).collect();
    let standings: HashMap<TargetId, TargetStanding> =
        stands.iter().map(|stand| (stand.target_id.clone(), stand.standing)).collect();
    let mut stands: HashMap<TargetId, Stand> =
        stands.into_iter().map(|stand| (stand.target_id.clone(), stand)).collect();
    let about: Vec<TargetId> = about_now.iter().map(|(target, _)| target.clone()).collect();
    let list = list(&branches(&targets), &names, &mut stands, own.then_some(&student.id), &about);
    let mut units: Vec<String> = about_now.into_iter().map(|(_, unit)| apart(unit)).collect();
    units.dedup();
    let about_now = (!units.is_empty())
        .then(|| view! { <p><span class="about-now">{say!(mastery.about_now)}</span> " " {units.join(" · ")}</p> });
    let gatherings = crate::advisory::gather::own(gatherings, zone);
    let plan = (own || !aims.is_empty()).then(|| {
        let address = format!("/student/{}/aims", student.id);
        let nothing = aims.is_empty().then(|| view! { <p class="soft">{say!(mastery.aims_none)}</p> });
        let way = own.then(|| view! { <p><a class="btn" href=address>{say!(mastery.aims_plan)}</a></p> });
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(mastery.aims)}</h2></div>
                <div class="split__main flow">{nothing}<AimLines aims names=names.clone() own zone=zone.to_owned()/>{way}</div>
            </section>
        }
    });
    view! {
        <Main width=Width::Wide>
            {head}
            {about_now}
            {gatherings}
            {plan}
            <section class="flow">
                <h2>{say!(mastery.map_as_picture)}</h2>
                <MapPicture targets=targets.clone() standings/>
            </section>
            <section class="flow">
                <h2>{say!(mastery.map_as_list)}</h2>
                <p class="soft small">{say!(mastery.map_list_lead)}</p>
                {list}
            </section>
        </Main>
    }
    .into_any()
}

/// Each target once, beneath what it builds on.
fn list(
    branches: &[Branch<'_>],
    names: &HashMap<TargetId, String>,
    stands: &mut HashMap<TargetId, Stand>,
    plans: Option<&PersonId>,
    about: &[TargetId],
) -> AnyView {
    let rows: Vec<AnyView> = branches
        .iter()
        .map(|branch| {
            let target = branch.target;
            let stand = stands.remove(&target.id);
            let standing = stand.as_ref().map_or(TargetStanding::Ahead, |stand| stand.standing);
            let works = stand.map(|stand| stand.works).unwrap_or_default();
            let works: Vec<_> = works.into_iter().map(|work| view! { <li>{work_link(work)}</li> }).collect();
            let works = (!works.is_empty()).then(|| view! { <ul class="inline small">{works}</ul> });
            let below: Vec<String> =
                target.builds_on.iter().filter_map(|id| names.get(id)).map(|name| apart(name.trim_end_matches('.'))).collect();
            let below = (!below.is_empty())
                .then(|| view! { <p class="soft small">{say!(target.builds_on)} ": " {below.join(" · ")}</p> });
            let may_plan = matches!(standing, TargetStanding::Open | TargetStanding::Begun | TargetStanding::NotYet);
            let plan = plans.filter(|_| may_plan).map(|student| {
                let to = format!("/student/{student}/aims?target={}", target.id);
                let label = say!(mastery.plan_this_for, target = apart(&target.statement));
                view! { <a class="small noprint" href=to aria-label=label>{say!(mastery.plan_this)}</a> }
            });
            let grows = (!branch.grows.is_empty()).then(|| list(&branch.grows, names, stands, plans, about));
            // What somebody has mastered already is not brought up again.
            let now = (standing != TargetStanding::Mastered && about.contains(&target.id))
                .then(|| view! { <span class="about-now">{say!(mastery.about_now)}</span> " " });
            view! {
                <li>
                    <p><StandingMark standing/> " " <a class="plain" href=format!("/targets#{}", target.id) lang=school_lang() dir="auto">{target.statement.clone()}</a> " " {now} {plan}</p>
                    {below} {works} {grows}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="branches">{rows}</ul> }.into_any()
}
