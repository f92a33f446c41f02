//! What forms, purposes and ways to begin are called.

use kinfolio::conference::ConferenceForm;
use kinfolio::conference::duty::Duty;
use kinfolio::conference::moment::{Purpose, Support};
use kinfolio::conference::propose::Part;
use kinfolio::conference::reply::Starter;

use crate::wording::Locale;

/// A conference's form, by name, and what it is like.
pub fn form_words(form: ConferenceForm) -> (String, String) {
    match form {
        ConferenceForm::Circle => (say!(conference.form_circle), say!(conference.form_circle_note)),
        ConferenceForm::WalkThrough => (say!(conference.form_walk_through), say!(conference.form_walk_through_note)),
        ConferenceForm::Demonstration => {
            (say!(conference.form_demonstration), say!(conference.form_demonstration_note))
        }
        ConferenceForm::Performance => (say!(conference.form_performance), say!(conference.form_performance_note)),
        ConferenceForm::Teaching => (say!(plan.form_teaching), say!(plan.form_teaching_note)),
        ConferenceForm::DeviceSpoken => (say!(plan.form_device), say!(plan.form_device_note)),
        ConferenceForm::Recorded => (say!(conference.form_recorded), say!(conference.form_recorded_note)),
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

/// What a moment of a proposal is called, in the language it will be held in.
pub fn part_name(locale: Locale, part: Part) -> String {
    match part {
        Part::ElderBegins => say_in!(locale, plan.part_elder),
        Part::Welcome => say_in!(locale, conference.guide_welcome),
        Part::Definition => say_in!(locale, conference.guide_definition),
        Part::Work => say_in!(locale, plan.part_work),
        Part::Show => say_in!(locale, plan.part_show),
        Part::Perform => say_in!(locale, plan.part_perform),
        Part::Teach => say_in!(locale, plan.part_teach),
        Part::YourTurn => say_in!(locale, plan.part_your_turn),
        Part::Action => say_in!(locale, conference.guide_action),
        Part::NotYet => say_in!(locale, conference.guide_not_yet),
        Part::Family => say_in!(locale, conference.guide_family),
        Part::FamilyLater => say_in!(locale, plan.part_family_later),
        Part::Commitments => say_in!(locale, conference.guide_commitments),
    }
}

/// Ways to begin a moment of this purpose, in a student's own words.
pub fn starters(locale: Locale, purpose: Purpose) -> Vec<String> {
    match purpose {
        Purpose::Welcome => vec![say_in!(locale, plan.start_here), say_in!(locale, plan.start_glad)],
        Purpose::Definition => vec![say_in!(locale, plan.start_doing_well), say_in!(locale, plan.start_before_me)],
        Purpose::Work => vec![
            say_in!(locale, conference.starter_chose),
            say_in!(locale, conference.starter_first),
            say_in!(locale, conference.starter_learned),
        ],
        Purpose::Action => vec![
            say_in!(locale, plan.start_noticed),
            say_in!(locale, plan.start_did),
            say_in!(locale, conference.starter_others),
        ],
        Purpose::NotYet => vec![say_in!(locale, conference.starter_not_yet), say_in!(locale, conference.starter_helps)],
        Purpose::Family => vec![say_in!(locale, conference.starter_ask), say_in!(locale, plan.start_story)],
        Purpose::Commitments => vec![
            say_in!(locale, plan.start_will),
            say_in!(locale, plan.start_school),
            say_in!(locale, plan.start_thanks),
        ],
        Purpose::Own => vec![say_in!(locale, conference.starter_chose), say_in!(locale, conference.starter_ask)],
    }
}

/// What helps the one who leads, by name, and what it is.
pub fn support_words(support: Support) -> (String, String) {
    match support {
        Support::Pictures => (say!(plan.support_pictures), say!(plan.support_pictures_note)),
        Support::RecordedOpening => (say!(plan.opening), say!(plan.support_opening_note)),
        Support::DeviceSpeech => (say!(plan.support_device), say!(plan.support_device_note)),
        Support::CoSpeaker => (say!(plan.support_co_speaker), say!(plan.support_co_speaker_note)),
    }
}

/// What somebody takes care of.
pub fn duty_words(duty: Duty) -> String {
    match duty {
        Duty::Welcomes => say!(plan.duty_welcomes),
        Duty::Interprets => say!(plan.duty_interprets),
        Duty::TakesNotes => say!(plan.duty_notes),
        Duty::KeepsTime => say!(plan.duty_time),
        Duty::Advisor => say!(plan.duty_advisor),
    }
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
        _ => say_in!(locale, conference.title_of, name = crate::wording::apart(student.called())),
    }
}
