//! Who may see a section: the student decides.

use kinfolio::definition::{Definition, Section};
use kinfolio::id::DefinitionId;
use kinfolio::policy::{Action, Audience};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::words::{section_about, section_name, section_name_in};
use super::{found, section_path};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{AudienceField, Back, Icon, ProblemSummary};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};

/// Asks who may see it.
pub async fn page(asking: Asking, In((id, section)): In<(DefinitionId, Section)>) -> Answer {
    let (definition, _) = found(&asking, &mut asking.read().await?, &id, Action::ShapeDefinition).await?;
    show(&asking, definition, section, Form::default()).await
}

/// Opens or closes it.
pub async fn open(asking: Asking, In((id, section)): In<(DefinitionId, Section)>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (definition, _) = found(&asking, &mut tx, &id, Action::ShapeDefinition).await?;
    let Some(audience) = Audience::named(fields.get("audience")) else {
        drop(tx);
        let problems = Problems::from([("audience", Problem::Choose)]);
        return show(&asking, definition, section, Form::again(&fields, problems)).await;
    };
    definition.open_section(&mut tx, section, audience).await?;
    tx.commit().await?;
    go_saying(section_path(&definition, section), "saved")
}

async fn show(asking: &Asking, definition: Definition, section: Section, form: Form) -> Answer {
    let name = section_name_in(&asking.school_words, asking.locale, section);
    let title = say_in!(asking.locale, definition.open_title, section = name);
    let page = Page::titled(title).at(Place::Definition).with_form(form);
    Ok(asking
        .page(page, move || {
            let audience = definition.audiences.of(section);
            let private = (section.starts_with() == Audience::Me).then(|| {
                view! {
                    <div class="notice notice--info">
                        <Icon name="lock"/>
                        <div><p>{say!(definition.why_private)}</p></div>
                    </div>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=section_path(&definition, section) words=say!(definition.title)/>
                        <h1>{say!(definition.open_title, section = section_name(section))}</h1>
                        <p class="lead">{section_about(section)}</p>
                    </header>
                    {private}
                    <ProblemSummary/>
                    <form method="post" action=format!("/definition/{}/section/{section}", definition.id)>
                        <AudienceField value=audience.to_string() hint=say!(definition.open_all)/>
                        <div class="actions"><button class="btn btn--primary">{say!(definition.save)}</button></div>
                    </form>
                    <p class="soft small">{say!(definition.open_close)}</p>
                </Main>
            }
        })
        .await)
}
