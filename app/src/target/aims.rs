//! What a student means to do next, with the days they set themselves.

use std::collections::HashMap;

use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::{AimId, PersonId, TargetId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::target::Target;
use kinfolio::target::aim::{Aim, NewAim};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::own_words::school_lang;
use crate::parts::{Back, FormPage, Hidden, Icon, ProblemSummary, SelectField, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::when;
use crate::wording::apart;

/// The list, and the form for one more.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeMap).await?;
    let wanted = asking.query().get(field::TARGET).to_owned();
    let form = match wanted.is_empty() {
        true => Form::default(),
        false => Form::filled([(field::TARGET, wanted)].into_iter().collect()),
    };
    show(&asking, &mut conn, student, form).await
}

/// Notes one more.
pub async fn add(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::PlanNext).await?;
    let problems = match typed(&asking, &mut tx, &student, &fields, None).await? {
        Err(problems) => problems,
        Ok(new) => match student.aim(&mut tx, &fields.id_or(AimId::new), &new, asking.now()).await? {
            Saved::Kept(()) => {
                tx.commit().await?;
                return go_saying(format!("/student/{id}/aims"), Done::AimNoted);
            }
            Saved::Full => Problems::from([(field::WHAT, Problem::Said(say_in!(asking.locale, mastery.aims_full)))]),
            Saved::Foreign | Saved::Stale => return Err(Refusal::NotFound),
        },
    };
    show(&asking, &mut tx, student, Form::again(&fields, problems)).await
}

/// What a form says.
async fn typed(
    asking: &Asking,
    conn: &mut Conn,
    student: &Student,
    values: &Values,
    before: Option<Day>,
) -> Result<Result<NewAim, Problems>, Refusal> {
    let targets: Vec<TargetId> =
        Target::all(conn, &student.school_id).await?.into_iter().map(|target| target.id).collect();
    let today = Day::of(asking.now(), &asking.viewer()?.time_zone);
    let words = (values.get(field::WHAT), values.get(field::TARGET), values.get(field::BY_DAY));
    Ok(NewAim::checked(words, &targets, today, before))
}

async fn show(asking: &Asking, conn: &mut Conn, student: Student, form: Form) -> Answer {
    let targets = Target::all(conn, &student.school_id).await?;
    let aims = student.aims(conn).await?;
    let zone = asking.viewer()?.time_zone.clone();
    let own = student.standing.role == Role::Student;
    let title = match own {
        true => say_in!(asking.locale, mastery.aims),
        false => say_in!(asking.locale, mastery.aims_of, name = apart(student.called())),
    };
    let page = Page::titled(title.clone()).working().at(Place::Targets).with_form(form);
    Ok(asking
        .page(page, move || {
            let names = names_of(&targets);
            let (done, open): (Vec<Aim>, Vec<Aim>) = aims.into_iter().partition(|aim| aim.is_done);
            let nothing = open.is_empty().then(|| view! { <p class="soft">{say!(mastery.aims_none)}</p> });
            let done = (!done.is_empty()).then(|| {
                view! {
                    <details class="fold">
                        <summary>{say!(mastery.aims_done)}</summary>
                        <AimLines aims=done names=names.clone() own zone=zone.clone()/>
                    </details>
                }
            });
            let add = own.then(|| add_form(&student, targets));
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/student/{}/targets", student.id) words=say!(mastery.map)/>
                        <h1>{title}</h1>
                        {own.then(|| view! { <p class="lead">{say!(mastery.aims_lead)}</p> })}
                    </header>
                    <ProblemSummary/>
                    {nothing}
                    <AimLines aims=open names own zone=zone.clone()/>
                    {add}
                    {done}
                </Main>
            }
        })
        .await)
}

fn names_of(targets: &[Target]) -> HashMap<TargetId, String> {
    targets.iter().map(|target| (target.id.clone(), target.statement.clone())).collect()
}

fn add_form(student: &Student, targets: Vec<Target>) -> AnyView {
    view! {
        <section class="flow">
            <h2>{say!(mastery.aim_add)}</h2>
            <form method="post" action=format!("/student/{}/aims", student.id) class="flow">
                <Hidden name=field::ID value=AimId::new().to_string()/>
                {aim_fields(None, targets)}
                <div class="actions"><button class="btn btn--primary">{say!(mastery.aim_note)}</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn aim_fields(aim: Option<&Aim>, targets: Vec<Target>) -> AnyView {
    let mut choices = vec![(String::new(), say!(mastery.aim_no_target))];
    let chosen = aim.and_then(|aim| aim.target_id.clone());
    let offered = targets.into_iter().filter(|target| !target.is_withdrawn || Some(&target.id) == chosen.as_ref());
    choices.extend(offered.map(|target| (target.id.to_string(), target.statement)));
    view! {
        <TextField name=field::WHAT label=say!(mastery.aim_what) hint=say!(mastery.aim_what_hint) value=aim.map(|aim| aim.what.clone())/>
        <TextField name=field::BY_DAY kind="date" label=say!(commitment.day) words=false optional=true
            value=aim.and_then(|aim| aim.by_day).map(|day| day.to_string())/>
        <SelectField name=field::TARGET label=say!(mastery.aim_target) choices optional=true
            value=aim.and_then(|aim| aim.target_id.as_ref()).map(ToString::to_string)/>
    }
    .into_any()
}

/// Aims, a line each; the student marks what is done.
#[component]
pub fn AimLines(aims: Vec<Aim>, names: HashMap<TargetId, String>, own: bool, zone: String) -> impl IntoView {
    let rows: Vec<AnyView> = aims.into_iter().map(|aim| line(aim, &names, own, &zone)).collect();
    (!rows.is_empty()).then(|| view! { <ul class="lines">{rows}</ul> })
}

fn line(aim: Aim, names: &HashMap<TargetId, String>, own: bool, zone: &str) -> AnyView {
    let day = aim.by_day.and_then(|day| day.noon(zone)).map(|noon| {
        view! { <time class="soft small" datetime=when::machine(noon, zone)>{say!(commitment.by_day, day = when::short_day(noon, zone))}</time> }
    });
    let target = aim.target_id.as_ref().and_then(|id| Some((id, names.get(id)?.clone()))).map(|(id, name)| {
        view! { <a class="small soft" href=format!("/targets#{id}") lang=school_lang() dir="auto">{name}</a> }
    });
    let words = apart(&aim.what);
    let ways = own.then(|| {
        let (mark, button, label) = match aim.is_done {
            true => ("again", say!(mastery.aim_again), say!(mastery.aim_again_this, what = words.clone())),
            false => ("done", say!(mastery.aim_done), say!(mastery.aim_done_this, what = words.clone())),
        };
        view! {
            <form method="post" action=format!("/aim/{}/done", aim.id) class="row noprint">
                <button class="btn btn--small" name=field::MARK.wire() value=mark aria-label=label>{(!aim.is_done).then(|| view! { <Icon name="check"/> " " })}{button}</button>
                <a class="small" href=format!("/aim/{}", aim.id) aria-label=say!(mastery.aim_edit_this, what = words)>{say!(mastery.aim_edit)}</a>
            </form>
        }
    });
    view! { <li class="aim"><div><p class="said" dir="auto">{aim.what}</p><p class="row">{day} {target}</p></div>{ways}</li> }.into_any()
}

/// The student's own aim.
async fn own(asking: &Asking, conn: &mut Conn, id: &AimId) -> Result<(Aim, Student), Refusal> {
    let found = Aim::find(conn, &asking.viewer()?.school_id, id).await?;
    let (student, aim) = found.ok_or(Refusal::NotFound)?;
    Ok((aim, asking.student(conn, &student, Action::PlanNext).await?))
}

/// The form for one that is there.
pub async fn edit(asking: Asking, In(id): In<AimId>) -> Answer {
    let mut conn = asking.read().await?;
    let (aim, student) = own(&asking, &mut conn, &id).await?;
    show_one(&asking, &mut conn, aim, student, Form::default()).await
}

/// Puts it in other words. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<AimId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (aim, student) = own(&asking, &mut tx, &id).await?;
    let form = match typed(&asking, &mut tx, &student, &fields, aim.by_day).await? {
        Err(problems) => Form::again(&fields, problems),
        Ok(new) => {
            let read = fields.version();
            if aim.says(&new) || aim.change(&mut tx, &student.school_id, read, &new).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/student/{}/aims", student.id), Done::Saved);
            }
            Form::stale(&fields, aim.version, field::WHAT)
        }
    };
    show_one(&asking, &mut tx, aim, student, form).await
}

async fn show_one(asking: &Asking, conn: &mut Conn, aim: Aim, student: Student, form: Form) -> Answer {
    let targets = Target::all(conn, &student.school_id).await?;
    let zone = asking.viewer()?.time_zone.clone();
    let title = say_in!(asking.locale, mastery.aim_edit);
    let page = Page::titled(title.clone()).working().at(Place::Targets).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, aim.version);
            let (stands, names) = (aim.clone(), names_of(&targets));
            let reads_now = move || view! { <AimLines aims=vec![stands] names own=false zone/> };
            view! {
                <FormPage back=format!("/student/{}/aims", student.id) back_words=say!(mastery.aims) title
                    reads_now action=format!("/aim/{}", aim.id) identity save=say!(target.save)>
                    {aim_fields(Some(&aim), targets)}
                </FormPage>
            }
        })
        .await)
}

/// Marks it as done, or as to be done again.
pub async fn mark(asking: Asking, In(id): In<AimId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (aim, student) = own(&asking, &mut tx, &id).await?;
    let done = (fields.get(field::MARK) != "again").then(|| asking.now());
    aim.mark(&mut tx, &student.school_id, done).await?;
    tx.commit().await?;
    go_saying(format!("/student/{}/aims", student.id), if done.is_some() { Done::AimReached } else { Done::Saved })
}
