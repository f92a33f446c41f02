//! Who may see a section: the student decides.

use kinfolio::definition::{Answered, Definition, Section};
use kinfolio::field;
use kinfolio::id::{DefinitionId, PersonId};
use kinfolio::person::Role;
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::words::{named, section_about, section_name, section_name_in};
use super::{found, section_path};
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{AudienceField, Choice, FormPage, Icon, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};

/// A section, and the people who could be chosen to see it.
struct Opening {
    definition: Definition,
    section: Section,
    people: Vec<Answered>,
}

/// Asks who may see it.
pub async fn page(asking: Asking, In((id, section)): In<(DefinitionId, Section)>) -> Answer {
    let opening = opening(&asking, &mut asking.read().await?, &id, section).await?;
    show(&asking, opening, Form::default()).await
}

/// Opens or closes it.
pub async fn open(asking: Asking, In((id, section)): In<(DefinitionId, Section)>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let opening = opening(&asking, &mut tx, &id, section).await?;
    let Some(audience) = Audience::named(fields.get(field::AUDIENCE)) else {
        drop(tx);
        let problems = Problems::from([(field::AUDIENCE, Problem::Choose)]);
        return show(&asking, opening, Form::again(&fields, problems)).await;
    };
    // Whoever is not asked here cannot be chosen either.
    let mut chosen: Vec<PersonId> = fields.all_parsed(field::CHOSEN);
    chosen.retain(|id| opening.people.iter().any(|person| person.person_id == *id));
    let before = asking.before(&mut tx, SeenAct::OpenSection, &id).await?;
    opening.definition.open_section(&mut tx, section, audience).await?;
    opening.definition.choose(&mut tx, section, &chosen).await?;
    asking.done(tx, before, section_path(&opening.definition, section), Done::Saved).await
}

async fn opening(asking: &Asking, conn: &mut Conn, id: &DefinitionId, section: Section) -> Result<Opening, Refusal> {
    let (definition, _) = found(asking, conn, id, Action::ShapeDefinition).await?;
    let mut people = Answered::of_version(conn, &definition, None).await?;
    people.retain(|person| person.role != Role::Student);
    Ok(Opening { definition, section, people })
}

async fn show(asking: &Asking, opening: Opening, form: Form) -> Answer {
    let name = section_name_in(&asking.school_words, asking.locale, opening.section);
    let title = say_in!(asking.locale, definition.open_title, section = name);
    let page = Page::titled(title).at(Place::Definition).with_form(form);
    Ok(asking
        .page(page, move || {
            let Opening { definition, section, people } = opening;
            let audience = definition.audience(section);
            let private = (section.starts_with() == Audience::Me).then(|| {
                view! {
                    <div class="notice notice--info">
                        <Icon name="lock"/>
                        <div><p>{say!(definition.why_private)}</p></div>
                    </div>
                }
            });
            let of_here = definition.chosen.iter().filter(|(open, _)| *open == section);
            let values = of_here.map(|(_, person)| person.to_string()).collect();
            let choices: Vec<Choice> = people
                .iter()
                .map(|person| {
                    Choice::new(person.person_id.to_string(), named(&person.name, person.kinship.as_deref()))
                })
                .collect();
            let chosen = (!choices.is_empty()).then(|| {
                view! { <Ticks name=field::CHOSEN label=say!(definition.chosen) hint=say!(definition.chosen_hint) choices values/> }
            });
            view! {
                <FormPage back=section_path(&definition, section) back_words=say!(definition.title) title=say!(definition.open_title, section = section_name(section))
                    lead=section_about(section)
                    above=private.into_any()
                    action=format!("/definition/{}/section/{section}", definition.id) save=say!(definition.save)
                    beneath=view! { <p class="soft small">{say!(definition.open_close)}</p> }.into_any()>
                    <AudienceField value=audience.to_string() hint=say!(definition.open_all)/>
                    {chosen}
                </FormPage>
            }
        })
        .await)
}
