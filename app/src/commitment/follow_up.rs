//! `/commitment/{commitment}/how`: four to six weeks later, whoever made a promise says how it went; an advisor writes down
//! what a family member says on paper or on the phone.

use kinfolio::commitment::{Commitment, Outcome, checked_outcome};
use kinfolio::field;
use kinfolio::id::CommitmentId;
use kinfolio::policy::Action;
use kinfolio::taking_back::SeenAct;
use leptos::prelude::*;

use super::edit::take_it_back;
use super::{CommitmentCard, found, outcome_words};
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::apart;

/// The question.
pub async fn page(asking: Asking, In(id): In<CommitmentId>) -> Answer {
    let commitment = asked(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, commitment, Form::default()).await
}

/// The answer.
pub async fn say(asking: Asking, In(id): In<CommitmentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let commitment = asked(&asking, &mut tx, &id).await?;
    match checked_outcome(fields.get(field::OUTCOME), fields.get(field::WORDS)) {
        Ok((outcome, words)) => {
            let by = &asking.viewer()?.person_id;
            let before = asking.before(&mut tx, SeenAct::Commit, &id).await?;
            commitment.say_how_it_went(&mut tx, outcome, &words, by, asking.now()).await?;
            let page = format!("/conference/{}#p-{id}", commitment.conference_id);
            asking.done(tx, before, page, Done::HowItWent).await
        }
        Err(problems) => {
            drop(tx);
            show(&asking, commitment, Form::again(&fields, problems)).await
        }
    }
}

async fn asked(asking: &Asking, conn: &mut kinfolio::store::Conn, id: &CommitmentId) -> Result<Commitment, Refusal> {
    let (commitment, _) = found(asking, conn, id, Action::Commit).await?;
    let viewer = asking.viewer()?;
    let theirs = commitment.is_answered_by(&viewer.person_id, viewer.role);
    theirs.then_some(commitment).ok_or(Refusal::NotFound)
}

async fn show(asking: &Asking, commitment: Commitment, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, commitment.how);
    let page = Page::titled(title.clone()).with_form(form);
    let page = if viewer.role == kinfolio::person::Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let for_another = (commitment.author_id != viewer.person_id)
                .then(|| view! { <p class="nudge">{say!(commitment.for_another, name = apart(&commitment.author))}</p> });
            let beneath = take_it_back(&commitment, &viewer.person_id);
            let choices =
                Outcome::ALL.iter().map(|outcome| Choice::new(outcome.as_str(), outcome_words(*outcome))).collect();
            let (outcome, words) = (commitment.outcome.map(|outcome| outcome.as_str().to_owned()), commitment.outcome_words.clone());
            view! {
                <FormPage back=format!("/conference/{}#promises", commitment.conference_id) back_words=say!(commitment.title) title
                    above=view! { <CommitmentCard commitment=commitment.clone() zone=viewer.time_zone/> {for_another} }.into_any()
                    action=format!("/commitment/{}/how", commitment.id) save=say!(commitment.how_save) button="btn btn--primary btn--big"
                    beneath=beneath.into_any()>
                    <Radios name=field::OUTCOME label=say!(commitment.how) choices value=outcome/>
                    <TextArea name=field::WORDS label=say!(commitment.how_words) hint=say!(commitment.how_hint) rows=4 optional=true value=words/>
                </FormPage>
            }
        })
        .await)
}
