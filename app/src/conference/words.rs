//! What forms, purposes and ways to begin are called.

use kinfolio::conference::Form;
use kinfolio::conference::moment::Purpose;
use kinfolio::conference::reply::Starter;

use crate::wording::Locale;

/// A conference's form, by name, and what it is like.
pub fn form_words(form: Form) -> (String, String) {
    match form {
        Form::Circle => (say!(conference.form_circle), say!(conference.form_circle_note)),
        Form::WalkThrough => (say!(conference.form_walk_through), say!(conference.form_walk_through_note)),
        Form::Demonstration => (say!(conference.form_demonstration), say!(conference.form_demonstration_note)),
        Form::Performance => (say!(conference.form_performance), say!(conference.form_performance_note)),
        Form::Recorded => (say!(conference.form_recorded), say!(conference.form_recorded_note)),
    }
}

/// What a moment is for, and what can be in it.
pub fn purpose_words(purpose: Purpose) -> (String, String) {
    match purpose {
        Purpose::Welcome => (say!(conference.purpose_welcome), say!(conference.purpose_welcome_note)),
        Purpose::Definition => (say!(conference.purpose_definition), say!(conference.purpose_definition_note)),
        Purpose::Work => (say!(conference.purpose_work), say!(conference.purpose_work_note)),
        Purpose::Action => (say!(conference.purpose_action), say!(conference.purpose_action_note)),
        Purpose::NotYet => (say!(conference.purpose_not_yet), say!(conference.purpose_not_yet_note)),
        Purpose::Family => (say!(conference.purpose_family), say!(conference.purpose_family_note)),
        Purpose::Commitments => (say!(conference.purpose_commitments), say!(conference.purpose_commitments_note)),
        Purpose::Own => (say!(conference.purpose_own), say!(conference.purpose_own_note)),
    }
}

/// What a moment of the guide is called, in the language it will be held in.
pub fn guide_name(locale: Locale, purpose: Purpose) -> String {
    match purpose {
        Purpose::Welcome => say_in!(locale, conference.guide_welcome),
        Purpose::Definition => say_in!(locale, conference.guide_definition),
        Purpose::Work => say_in!(locale, conference.guide_work),
        Purpose::Action => say_in!(locale, conference.guide_action),
        Purpose::NotYet => say_in!(locale, conference.guide_not_yet),
        Purpose::Family => say_in!(locale, conference.guide_family),
        Purpose::Commitments => say_in!(locale, conference.guide_commitments),
        Purpose::Own => say_in!(locale, conference.purpose_own),
    }
}

/// Ways to begin, in a student's own words.
pub fn starters() -> [String; 7] {
    [
        say!(conference.starter_chose),
        say!(conference.starter_first),
        say!(conference.starter_learned),
        say!(conference.starter_not_yet),
        say!(conference.starter_helps),
        say!(conference.starter_ask),
        say!(conference.starter_others),
    ]
}

/// How a reply begins.
pub fn starter_words(starter: Starter) -> String {
    match starter {
        Starter::Noticed => say!(conference.reply_noticed),
        Starter::Proud => say!(conference.reply_proud),
        Starter::Wonder => say!(conference.reply_wonder),
        Starter::Home => say!(conference.reply_home),
        Starter::Own => say!(conference.reply_own),
    }
}

/// Moments as a row of stitches, each as long as its minutes; `m-1` is as short as one gets.
pub fn stitch_class(minutes: i64) -> String {
    let drawn = [20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    drawn.iter().find(|drawn| **drawn <= minutes).map_or_else(|| "m-1".to_owned(), |drawn| format!("m-{drawn}"))
}

/// "4 minutes".
pub fn minutes(count: i64) -> String {
    say!(conference.minutes, count = count)
}

/// A page's heading: the student's own, or somebody's.
pub fn title(locale: Locale, student: &kinfolio::person::Student) -> String {
    match student.standing.role {
        kinfolio::person::Role::Student => say_in!(locale, conference.title),
        _ => say_in!(locale, conference.title_of, name = crate::wording::apart(student.first_name())),
    }
}
