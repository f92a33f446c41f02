//! What forms, purposes and starters are called.

use kinfolio::conference::Form;
use kinfolio::conference::moment::Purpose;
use kinfolio::conference::reply::Starter;

use crate::parts::Choice;

/// The forms a conference can have.
pub(super) fn forms() -> Vec<Choice> {
    let form = |form: Form, name, note: String| Choice::new(form.as_str(), name).noted(note);
    vec![
        form(Form::Circle, say!(conference.form_circle), say!(conference.form_circle_note)),
        form(Form::WalkThrough, say!(conference.form_walk), say!(conference.form_walk_note)),
        form(Form::Demonstration, say!(conference.form_demo), say!(conference.form_demo_note)),
        form(Form::Performance, say!(conference.form_performance), say!(conference.form_performance_note)),
        form(Form::Recorded, say!(conference.form_recorded), say!(conference.form_recorded_note)),
    ]
}

/// A form, by name.
pub(super) fn form_name(form: Form) -> String {
    match form {
        Form::Circle => say!(conference.form_circle),
        Form::WalkThrough => say!(conference.form_walk),
        Form::Demonstration => say!(conference.form_demo),
        Form::Performance => say!(conference.form_performance),
        Form::Recorded => say!(conference.form_recorded),
    }
}

/// A purpose, by name.
pub(super) fn purpose_name(purpose: Purpose) -> String {
    match purpose {
        Purpose::Welcome => say!(conference.p_welcome),
        Purpose::Definition => say!(conference.p_definition),
        Purpose::Work => say!(conference.p_work),
        Purpose::Action => say!(conference.p_action),
        Purpose::NotYet => say!(conference.p_not_yet),
        Purpose::Family => say!(conference.p_family),
        Purpose::Commitments => say!(conference.p_commitments),
        Purpose::Own => say!(conference.p_own),
    }
}

/// What a reply can begin with.
pub(super) fn starters() -> Vec<Choice> {
    Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect()
}

/// A starter, in words.
pub(super) fn starter_words(starter: Starter) -> String {
    match starter {
        Starter::Noticed => say!(conference.s_noticed),
        Starter::Proud => say!(conference.s_proud),
        Starter::Wonder => say!(conference.s_wonder),
        Starter::Home => say!(conference.s_home),
        Starter::Own => say!(conference.s_own),
    }
}
