//! The lead's home: what is there, and the one next step. Nothing that a student or a family wrote.

use std::collections::BTreeSet;

use kinfolio::agenda::lead::{LeadFacts, LeadStep, steps};
use kinfolio::person::Advisory;
use kinfolio::person::listing::Numbers;
use kinfolio::policy::Action;
use kinfolio::school::{School, SchoolYear};
use kinfolio::target::Target;
use kinfolio::worry::{WaitingWorry, hears_of_worries};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};

/// What is there.
struct Inventory {
    school: School,
    advisories: i64,
    students: i64,
    advisors: i64,
    families: i64,
    targets: i64,
    subjects: i64,
    year: SchoolYear,
    step: LeadStep,
    /// Whether the lead hears of worries.
    hears: bool,
}

/// Home.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let mut conn = asking.read().await?;
    let school = School::find(&mut conn, &viewer.school_id).await?.ok_or(Refusal::NotFound)?;
    let people = Numbers::of(&mut conn, &viewer.school_id, asking.now()).await?;
    let advisories = Advisory::how_many(&mut conn, &viewer.school_id).await?;
    let targets = Target::all(&mut conn, &viewer.school_id).await?;
    let year = asking.services.school_year(&mut conn, &school).await?;
    let has_people = people.students + people.advisors + people.families > 0;
    let worry = WaitingWorry::of(&mut conn, viewer).await?.into_iter().next();
    let facts = LeadFacts {
        worry: worry.map(|worry| worry.id),
        has_people,
        has_targets: !targets.is_empty(),
        without_a_way_in: people.without_a_way_in,
        families_without_a_way_in: year.families_without_a_way_in,
    };
    let step = steps(&facts).into_iter().next().unwrap_or(LeadStep::Nothing);
    let inventory = Inventory {
        year,
        step,
        hears: hears_of_worries(&mut conn, viewer).await?,
        advisories,
        students: people.students,
        advisors: people.advisors,
        families: people.families,
        targets: targets.len() as i64,
        subjects: targets.iter().map(|target| target.subject.as_str()).collect::<BTreeSet<_>>().len() as i64,
        school,
    };
    let page = Page::titled(inventory.school.name.clone()).working().at(Place::Home);
    Ok(asking.page(page, move || view! { <Main><Home inventory/></Main> }).await)
}

#[component]
fn Home(inventory: Inventory) -> impl IntoView {
    let languages: Vec<&str> = inventory.school.languages.0.iter().map(|language| language.own_name()).collect();
    let languages = languages.join(", ");
    let zone = inventory.school.time_zone.replace('_', " ").replace('/', " / ");
    let name = inventory.school.name.clone();
    let nobody = inventory.students + inventory.advisors + inventory.families == 0;
    let people = if nobody {
        view! { <p class="soft">{say!(school.no_people)}</p> }.into_any()
    } else {
        let counts = [
            say!(school.advisories, count = inventory.advisories),
            say!(school.students, count = inventory.students),
            say!(school.advisors, count = inventory.advisors),
            say!(school.families, count = inventory.families),
        ];
        view! { <p>{counts.join(" · ")}</p> }.into_any()
    };
    let targets = if inventory.targets == 0 {
        say!(school.no_targets)
    } else {
        let (targets, subjects) = (inventory.targets, inventory.subjects);
        format!("{} {}", say!(school.targets_count, count = targets), say!(school.subjects, count = subjects))
    };
    let worries =
        inventory.hears.then(|| view! { <a class="btn btn--small" href="/worries">{say!(worries.title)}</a> });
    view! {
        <header><h1><bdi>{name}</bdi></h1></header>
        <NextStep step=inventory.step/>
        {(!nobody).then(|| year(inventory.year, inventory.students))}
        <section class="split">
            <div class="split__side"><h2>{say!(people.title)}</h2></div>
            <div class="split__main flow">
                {people}
                <p class="row">
                    <a class="btn btn--small" href="/people">{say!(school.do_see_people)}</a>
                    <a class="btn btn--small" href="/people/import">{say!(people.import_title)}</a>
                    <a class="btn btn--small" href="/people/codes">{say!(school.do_codes)}</a>
                    <a class="btn btn--small" href="/school/worries">{say!(worries.name_title)}</a>
                    {worries}
                </p>
            </div>
        </section>
        <section class="split">
            <div class="split__side"><h2>{say!(target.title)}</h2></div>
            <div class="split__main flow">
                <p>{targets}</p>
                <p class="row">
                    <a class="btn btn--small" href="/targets/new">{say!(school.do_add_target)}</a>
                    <a class="btn btn--small" href="/targets/import">{say!(target.import)}</a>
                </p>
            </div>
        </section>
        <section class="split">
            <div class="split__side"><h2>{say!(school.definition)}</h2></div>
            <div class="split__main flow">
                <p>{say!(school.definition_note)}</p>
                <p class="row"><a class="btn btn--small" href="/school/prompts">{say!(shaping.title)}</a></p>
            </div>
        </section>
        <section class="split">
            <div class="split__side"><h2>{say!(template.conferences)}</h2></div>
            <div class="split__main flow">
                <p>{say!(template.home_note)}</p>
                <p class="row">
                    <a class="btn btn--small" href="/school/plans">{say!(template.title)}</a>
                    <a class="btn btn--small" href="/school/readiness">{say!(ready.school_title)}</a>
                </p>
            </div>
        </section>
        <section class="split">
            <div class="split__side"><h2>{say!(school.about)}</h2></div>
            <div class="split__main flow">
                <dl class="facts">
                    <dt>{say!(school.languages)}</dt><dd><bdi>{languages}</bdi></dd>
                    <dt>{say!(set_up.time_zone)}</dt><dd><bdi>{zone}</bdi></dd>
                </dl>
                <p class="row">
                    <a class="btn btn--small" href="/school/room">{say!(school.quota)}</a>
                    <a class="btn btn--small" href="/school/sign-in">{say!(school.sign_in)}</a>
                </p>
                <p class="soft small">{say!(school.privacy)}</p>
            </div>
        </section>
    }
}

/// How far the year is: counts about the school's own work.
fn year(year: SchoolYear, students: i64) -> impl IntoView {
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(school.year)}</h2></div>
            <div class="split__main">
                <ul class="lines">
                    <li>{say!(school.year_in, count = year.students_in, all = students)}</li>
                    <li>{say!(school.year_definitions, count = year.definitions, all = students)}</li>
                    <li>{say!(school.year_held, count = year.held)} " " {say!(school.year_ahead, count = year.ahead)}</li>
                    <li>{say!(school.year_families, count = year.families_without_a_way_in)}</li>
                </ul>
            </div>
        </section>
    }
}

/// The one thing to do now.
#[component]
fn NextStep(step: LeadStep) -> impl IntoView {
    let (what, why, ways) = match step {
        LeadStep::AddPeople => {
            let ways = vec![("/people/import".to_owned(), say!(people.import_title))];
            (say!(school.next_people), say!(school.next_people_why), ways)
        }
        LeadStep::HearWorry(id) => {
            let ways = vec![(format!("/worry/{id}"), say!(home.open))];
            (say!(school.next_worry), say!(school.next_worry_why), ways)
        }
        LeadStep::MakeCodes(count) => {
            let ways = vec![("/people/codes".to_owned(), say!(school.do_codes))];
            (say!(school.next_codes), say!(school.next_codes_why, count = count), ways)
        }
        LeadStep::AddTargets => {
            let ways = vec![
                ("/targets/import".to_owned(), say!(target.import)),
                ("/targets/new".to_owned(), say!(school.do_add_target)),
            ];
            (say!(school.next_targets), say!(school.next_targets_why), ways)
        }
        LeadStep::OpenToFamilies(count) => {
            let ways = vec![("/people".to_owned(), say!(school.do_see_people))];
            (say!(school.next_families), say!(school.next_families_why, count = count), ways)
        }
        LeadStep::Nothing => (say!(school.next_none), say!(school.next_none_why), Vec::new()),
    };
    let ways = ways
        .into_iter()
        .enumerate()
        .map(|(place, (way, words))| {
            let class = if place == 0 { "btn btn--primary btn--big" } else { "btn btn--big" };
            view! { <a class=class href=way>{words}</a> }
        })
        .collect::<Vec<_>>();
    view! {
        <section class="next">
            <h2 class="soft small">{say!(school.next)}</h2>
            <p class="next__what">{what}</p>
            <p class="soft">{why}</p>
            {(!ways.is_empty()).then(|| view! { <div class="actions">{ways}</div> })}
        </section>
    }
}
