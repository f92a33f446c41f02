//! In the demo school, and only there, the sign-in page lists the people.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::Role;
use kinfolio::person::roster::{Member, Roster};
use kinfolio::school::School;
use leptos::prelude::*;

use super::begin_session;
use crate::asking::{Asking, go};
use crate::cookies::with_session;
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::wording::apart;

/// Signs in as one of the demo school's people.
pub async fn sign_in(asking: Asking, fields: Fields) -> Answer {
    if !asking.services.settings.demo {
        return Err(Refusal::NotFound);
    }
    let id: PersonId = fields.parsed(field::PERSON).ok_or(Refusal::NotFound)?;
    let mut tx = asking.write_again().await?;
    let school = School::first(&mut tx).await?.ok_or(Refusal::NotFound)?;
    let roster = Roster::of(&mut tx, &school.id, asking.now()).await?;
    let person = &roster.member(&id).ok_or(Refusal::NotFound)?.person;
    let token = begin_session(&asking, &mut tx, (&person.school_id, &person.id), None).await?;
    tx.commit().await?;
    Ok(with_session(go("/")?, &asking.services, Some(&token)))
}

/// One of the people, as their button shows them.
#[derive(Clone, Debug)]
pub struct Folk {
    id: PersonId,
    role: Role,
    name: String,
    languages: String,
    /// Their advisories, or for a family member the kinship and the student.
    tie: Option<(String, String)>,
}

impl Folk {
    /// Everybody of the demo school.
    pub async fn all(asking: &Asking, school: &School) -> Result<Vec<Self>, Refusal> {
        let roster = Roster::of(&mut asking.read().await?, &school.id, asking.now()).await?;
        Ok(roster.members.iter().map(|member| Self::of(member, &roster)).collect())
    }

    fn of(member: &Member, roster: &Roster) -> Self {
        let advisories: Vec<&str> = roster
            .advisories
            .iter()
            .filter(|advisory| member.advisories.contains(&advisory.id))
            .map(|advisory| advisory.name.as_str())
            .collect();
        let kin = member
            .kin_of
            .iter()
            .find_map(|(student, words)| Some((words.clone(), roster.member(student)?.person.name.clone())));
        let tie = kin.or_else(|| (!advisories.is_empty()).then(|| (String::new(), advisories.join(", "))));
        let languages: Vec<&str> = member.person.languages.0.iter().map(|language| language.own_name()).collect();
        Self {
            id: member.person.id.clone(),
            role: member.person.role,
            name: member.person.name.clone(),
            languages: languages.join(", "),
            tie,
        }
    }

    fn words(&self) -> String {
        match (self.role, self.tie.clone()) {
            (Role::Family, Some((kinship, student))) => {
                say!(entry.demo_kin, kinship = apart(kinship), student = apart(student))
            }
            (Role::Student, Some((_, advisory))) => say!(entry.demo_student, advisory = apart(advisory)),
            (Role::Advisor, Some((_, advisory))) => say!(entry.demo_advisor, advisory = apart(advisory)),
            (Role::Student, None) => say!(entry.demo_student_alone),
            (Role::Advisor, None) => say!(entry.demo_advisor_alone),
            (Role::Family, None) => String::new(),
            (Role::Lead, _) => say!(entry.demo_lead),
        }
    }
}

/// Everybody, one tap each.
#[component]
pub fn DemoPeople(folks: Vec<Folk>) -> impl IntoView {
    let group = |role: Role, title: String, class: &'static str| {
        let buttons: Vec<_> = folks
            .iter()
            .filter(|folk| folk.role == role)
            .map(|folk| {
                let words = folk.words();
                view! {
                    <li>
                        <button class=class name=field::PERSON.wire() value=folk.id.to_string()>
                            <span>
                                <strong dir="auto">{folk.name.clone()}</strong>
                                <bdi>{words}</bdi> <br/> <span class="soft small"><bdi>{folk.languages.clone()}</bdi></span>
                            </span>
                        </button>
                    </li>
                }
            })
            .collect();
        (!buttons.is_empty()).then(|| view! { <h3>{title}</h3><ul class="folks">{buttons}</ul> })
    };
    view! {
        <hr class="seam"/>
        <section class="flow">
            <h2>{say!(entry.look_around)}</h2>
            <p class="soft">{say!(entry.look_around_lead)}</p>
            <form method="post" action="/demo/sign-in" class="flow">
                {group(Role::Student, say!(entry.demo_students), "folk folk--student")}
                {group(Role::Family, say!(entry.demo_families), "folk folk--family")}
                {group(Role::Advisor, say!(entry.demo_advisors), "folk folk--school")}
                {group(Role::Lead, say!(entry.demo_leads), "folk folk--lead")}
            </form>
        </section>
    }
}
