//! `/advisory/gather`: some students around a target, on a day and until another; and calling that off.

use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::{GatheringId, PersonId, TargetId};
use kinfolio::person::{Student, in_order_of_names};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::target::Target;
use kinfolio::target::gathering::{Gathering, NewGathering, OwnGathering};
use kinfolio::target::standing::{Stand, TargetStanding};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::target::standing_words;
use crate::when;
use crate::wording::apart;

/// Where the grid is.
const GRID: &str = "/advisory/targets";

/// The target, and the students from A to Z with how they stand to it.
struct GatherForm {
    target: Target,
    students: Vec<(Student, TargetStanding)>,
}

/// The form; without a target, the first one of the school.
pub async fn page(asking: Asking) -> Answer {
    let desk = desk(&asking, &mut asking.read().await?, asking.query().get(field::TARGET)).await?;
    let Some(desk) = desk else { return crate::asking::go(GRID) };
    show(&asking, desk, Form::default()).await
}

/// Gathers them.
pub async fn call(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let mut tx = asking.write().await?;
    let desk = desk(&asking, &mut tx, fields.get(field::TARGET)).await?.ok_or(Refusal::NotFound)?;
    let known: Vec<PersonId> = desk.students.iter().map(|(student, _)| student.id.clone()).collect();
    let today = Day::of(asking.now(), &viewer.time_zone);
    let days = (fields.get(field::DAY), fields.get(field::UNTIL));
    let chosen = fields.all_parsed(field::STUDENT);
    let problems = match NewGathering::checked(desk.target.id.clone(), &chosen, &known, days, today) {
        Err(problems) => problems,
        Ok(new) => {
            let id = fields.id_or(GatheringId::new);
            let before = asking.before(&mut tx, SeenAct::Gather, &id).await?;
            match Gathering::call(&mut tx, &viewer, &id, &new, (today, asking.now())).await? {
                Saved::Kept(()) => {
                    return asking.done(tx, before, format!("{GRID}#gathered"), Done::Gathered).await;
                }
                Saved::Full => {
                    Problems::from([(field::DAY, Problem::Said(say_in!(asking.locale, mastery.gatherings_full)))])
                }
                Saved::Foreign | Saved::Stale => return Err(Refusal::NotFound),
            }
        }
    };
    drop(tx);
    show(&asking, desk, Form::again(&fields, problems)).await
}

/// Calls one off. Gone already is gone.
pub async fn call_off(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let id: GatheringId = fields.parsed(field::GATHERING).ok_or(Refusal::NotFound)?;
    let mut tx = asking.write().await?;
    let before = asking.before(&mut tx, SeenAct::Gather, &id).await?;
    if !Gathering::call_off(&mut tx, &viewer, &id).await? {
        return Err(Refusal::NotFound);
    }
    asking.done(tx, before, GRID, Done::GatheringOff).await
}

async fn desk(asking: &Asking, conn: &mut Conn, wanted: &str) -> Result<Option<GatherForm>, Refusal> {
    let viewer = asking.may_here(Action::GuideAdvisory)?.clone();
    let mut targets = Target::all(conn, &viewer.school_id).await?;
    targets.retain(|target| !target.is_withdrawn);
    let target = match TargetId::parse(wanted) {
        Some(id) => targets.iter().find(|target| target.id == id),
        None if wanted.is_empty() => targets.first(),
        None => None,
    };
    let target = match target {
        Some(target) => target.clone(),
        None if wanted.is_empty() => return Ok(None),
        None => return Err(Refusal::NotFound),
    };
    let place = targets.iter().position(|other| other.id == target.id).unwrap_or_default();
    let students = asking.students(conn, Action::SeeMap).await?;
    let stands = Stand::of_each(conn, &viewer.school_id, &students, &targets).await?;
    let standing = |student: &Student| {
        let stand = stands.get(&student.id).and_then(|stands| stands.get(place));
        stand.map_or(TargetStanding::Ahead, |stand| stand.standing)
    };
    let mut students: Vec<(Student, TargetStanding)> = students
        .into_iter()
        .map(|student| (standing(&student), student))
        .map(|(stand, student)| (student, stand))
        .collect();
    in_order_of_names(&mut students, |(student, _)| &student.name);
    Ok(Some(GatherForm { target, students }))
}

async fn show(asking: &Asking, desk: GatherForm, form: Form) -> Answer {
    let title = say_in!(asking.locale, mastery.gather_title);
    let page = Page::titled(title.clone()).working().at(Place::Board).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let GatherForm { target, students } = desk;
            let identity = Identity::adds(&form, GatheringId::new);
            // Those for whom it is about now; whoever has mastered it can be asked along.
            let likely = |standing: TargetStanding| matches!(standing, TargetStanding::NotYet | TargetStanding::Begun);
            let values: Vec<String> =
                students.iter().filter(|(_, standing)| likely(*standing)).map(|(student, _)| student.id.to_string()).collect();
            let choices: Vec<Choice> = students
                .iter()
                .map(|(student, standing)| Choice::new(student.id.to_string(), &student.name).noted(standing_words(*standing)))
                .collect();
            let about = view! { <p class="statement" dir="auto">{target.statement.clone()}</p> };
            view! {
                <FormPage back=GRID back_words=say!(mastery.grid) title lead=say!(mastery.gather_title_lead) about=about.into_any()
                    action="/advisory/gather" identity save=say!(mastery.gather_them)>
                    <Hidden name=field::TARGET value=target.id.to_string()/>
                    <Ticks name=field::STUDENT label=say!(mastery.gather_who) choices values/>
                    <TextField name=field::DAY kind="date" label=say!(mastery.gather_day) words=false/>
                    <TextField name=field::UNTIL kind="date" label=say!(mastery.gather_until) hint=say!(mastery.gather_until_hint) words=false optional=true/>
                </FormPage>
            }
        })
        .await)
}

/// What an advisor has called and is not over, on the grid.
pub(super) fn called(
    gatherings: &[Gathering],
    targets: &[Target],
    students: &[Student],
    zone: &str,
) -> Option<AnyView> {
    let rows: Vec<_> = gatherings
        .iter()
        .filter_map(|gathering| {
            let target = targets.iter().find(|target| target.id == gathering.target_id)?;
            let names: Vec<String> = gathering
                .students
                .iter()
                .filter_map(|id| students.iter().find(|student| student.id == *id))
                .map(|student| apart(&student.name))
                .collect();
            let day = gathering.day.noon(zone).map(|noon| when::weekday_in(crate::wording::locale(), noon, zone));
            let until = (gathering.until_day > gathering.day).then(|| gathering.until_day.noon(zone)).flatten();
            let until = until.map(|noon| say!(mastery.gather_gone_after, day = when::short_day(noon, zone)));
            let label = say!(mastery.gather_end_of, target = apart(&target.statement));
            Some(view! {
                <li>
                    <div class="gathered">
                        <p><strong>{day}</strong> " · " <bdi>{target.statement.clone()}</bdi></p>
                        <p class="soft small">{names.join(" · ")} " " {until}</p>
                    </div>
                    <form method="post" action="/advisory/gather/end">
                        <Hidden name=field::GATHERING value=gathering.id.to_string()/>
                        <button class="btn btn--small btn--quiet" aria-label=label>{say!(mastery.gather_end)}</button>
                    </form>
                </li>
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="flow" id="gathered">
                <h2>{say!(mastery.gathered)}</h2>
                <ul class="lines">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// A student's own gatherings, a line each: about what, and when.
pub(crate) fn own(gatherings: Vec<OwnGathering>, zone: &str) -> Option<AnyView> {
    let rows: Vec<_> = gatherings
        .into_iter()
        .filter_map(|gathering| {
            let noon = gathering.day.noon(zone)?;
            let (day, about) =
                (when::weekday_in(crate::wording::locale(), noon, zone), apart(gathering.about.trim_end_matches('.')));
            let words = say!(mastery.gathering_about, about = about, day = day);
            Some(view! { <li><a class="plain" href=format!("/targets#{}", gathering.target_id)>{words}</a></li> })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="lines gathering">{rows}</ul> }.into_any())
}
