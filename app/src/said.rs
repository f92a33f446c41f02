//! What a page says after something was done. The key travels in the address (`?said=…`), the words come from the locale
//! files. An address brings any text: what is no key of ours says nothing.

use crate::wording::{Locale, Worded};

/// Each thing that can be said, with its key and its sentence. Only handlers make a [`Done`], so that the compiler finds the
/// sentence that nothing says any more.
macro_rules! sentences {
    ($($said:ident = $key:literal => $area:ident.$words:ident;)+) => {
        /// What was done, for the page it leads to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Done {
            $($said,)+
        }

        impl Done {
            /// As it stands in the address.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$said => $key,)+
                }
            }
        }

        /// The sentence for a key.
        pub(crate) fn sentence(locale: Locale, key: &str) -> Option<Worded> {
            Some(match key {
                $($key => worded_in!(locale, $area.$words),)+
                _ => return None,
            })
        }
    };
}

sentences! {
    Already = "already" => said.already;
    Saved = "saved" => said.saved;
    Draft = "draft" => said.draft;
    Added = "added" => adding.added;
    Described = "described" => adding.described;
    SignedOut = "signed_out" => said.signed_out;
    LinkEnded = "link_ended" => said.link_ended;
    LinkNotMade = "link_not_made" => said.link_not_made;
    ConferencePast = "conference_past" => said.conference_past;
    MomentAdded = "moment_added" => said.moment_added;
    MomentRemoved = "moment_removed" => said.moment_removed;
    PlanStarted = "plan_started" => said.plan_started;
    PlanProposed = "plan_proposed" => said.plan_proposed;
    PlanFromSchool = "plan_from_school" => said.plan_from_school;
    ClassmatesAsked = "classmates_asked" => said.classmates_asked;
    ClassmatesNotAsked = "classmates_not_asked" => said.classmates_not_asked;
    NoteInCues = "note_in_cues" => said.note_in_cues;
    NoteNotInCues = "note_not_in_cues" => said.note_not_in_cues;
    MinutesTakenOver = "minutes_taken_over" => said.minutes_taken_over;
    PartnerAsked = "partner_asked" => said.partner_asked;
    Replied = "replied" => said.replied;
    Begun = "begun" => said.begun;
    Contributed = "contributed" => said.contributed;
    Asked = "asked" => said.asked;
    Answered = "answered" => said.answered;
    TakenBack = "taken_back" => said.taken_back;
    Settled = "settled" => said.settled;
    Spoken = "said" => said.said;
    Aside = "aside" => said.aside;
    Untied = "untied" => said.untied;
    Carried = "carried" => said.carried;
    Back = "back" => said.back;
    Kept = "kept" => said.kept;
    Revised = "revised" => said.revised;
    RevisedAsked = "revised_asked" => said.revised_asked;
    Feedback = "feedback" => said.feedback;
    BecameRevision = "became_revision" => said.became_revision;
    CheckAsked = "check_asked" => said.check_asked;
    CheckAnswered = "check_answered" => said.check_answered;
    CheckAnsweredNext = "check_answered_next" => said.check_answered_next;
    Imported = "imported" => said.imported;
    Called = "called" => said.called;
    PersonAdded = "person_added" => person.added;
    PersonLeft = "person_left" => person.has_left;
    PersonBack = "person_back" => person.is_back;
    OnlyLead = "only_lead" => person.only_lead;
    Tied = "tied" => person.tied;
    TieEnded = "tie_ended" => person.tie_ended;
    PasswordChosen = "password_chosen" => said.password_chosen;
    PasswordChanged = "password_changed" => said.password_changed;
    SignedOutThere = "signed_out_there" => said.signed_out_there;
    TargetSaved = "target_saved" => said.target_saved;
    Planned = "planned" => said.planned;
    Translated = "translated" => said.translated;
    Rendered = "rendered" => said.rendered;
    TranslationChecked = "translation_checked" => said.translation_checked;
    TranslationChanged = "translation_changed" => said.translation_changed;
    PromptSaved = "prompt_saved" => said.prompt_saved;
    PromptAway = "prompt_away" => said.prompt_away;
    PromptBack = "prompt_back" => said.prompt_back;
    TimeChosen = "time_chosen" => said.time_chosen;
    TimeNoted = "time_noted" => said.time_noted;
    TimeGivenBack = "time_given_back" => said.time_given_back;
    TimeTakenBack = "time_taken_back" => said.time_taken_back;
    TimeIsChosen = "time_is_chosen" => said.time_is_chosen;
    TimeTold = "time_told" => said.time_told;
    TimesOffered = "times_offered" => said.times_offered;
    Promised = "promised" => said.promised;
    HowItWent = "said_how" => said.said_how;
    WroteBack = "wrote_back" => said.wrote_back;
    Noted = "noted" => said.noted;
    Told = "told" => said.told;
    Accepted = "accepted" => said.accepted;
    KeptBetween = "kept_between" => said.kept_between;
    PromptsFull = "prompts_full" => said.prompts_full;
    ShowsRoad = "shows_road" => said.shows_road;
    ShowsResult = "shows_result" => said.shows_result;
    FeedbackAnswered = "feedback_answered" => said.feedback_answered;
    WordsHidden = "words_hidden" => hiding.done;
    ShownAgain = "shown_again" => hiding.shown;
    WorrySaid = "worry_said" => worry.done;
    WorryNoted = "worry_noted" => worries.done_noted;
    WorryAsked = "worry_asked" => worries.done_asked;
    WorryHeld = "worry_held" => worries.done_held;
    WorryReleased = "worry_released" => worries.done_released;
    HearersNamed = "hearers_named" => worries.done_named;
    FeedbackHidden = "feedback_hidden" => said.feedback_hidden;
    WishAnswered = "wish_answered" => said.wish_answered;
    PeersAsked = "peers_asked" => said.peers_asked;
    TeacherAsked = "teacher_asked" => mastery.teacher_asked;
    TeacherOut = "teacher_out" => mastery.teacher_out;
    StandInNamed = "stand_in_named" => person.stand_in_named;
    StandInEnded = "stand_in_ended" => person.stand_in_ended;
    PeersNotAsked = "peers_not_asked" => said.peers_not_asked;
    PeerSpoke = "peer_said" => said.peer_said;
    AimNoted = "aim_noted" => said.aim_noted;
    AimReached = "aim_done" => said.aim_done;
    Moved = "moved" => said.moved;
    CalledOff = "called_off" => said.called_off;
    BroughtBack = "brought_back" => said.brought_back;
    InBin = "in_bin" => said.in_bin;
    Withdrawn = "withdrawn" => said.withdrawn;
    Blanked = "blanked" => blank.done;
    StaysAnswered = "stays_answered" => said.stays_answered;
    IsBack = "is_back" => said.is_back;
    NotBack = "not_back" => said.not_back;
    Undone = "undone" => said.undone;
    NotUndone = "not_undone" => said.not_undone;
    TooLateToUndo = "too_late" => said.too_late;
    Corrected = "corrected" => said.corrected;
    CheckWithdrawn = "check_withdrawn" => said.check_withdrawn;
    TargetWithdrawn = "target_withdrawn" => said.target_withdrawn;
    WorkIsBack = "work_is_back" => said.work_is_back;
    Deleted = "deleted" => said.deleted;
    StaysInBin = "stays_in_bin" => said.stays_in_bin;
    NothingYet = "nothing_yet" => said.nothing_yet;
    BackOnToday = "back_on_today" => said.back;
    Gathered = "gathered" => said.gathered;
    GatheringOff = "gathering_off" => said.gathering_off;
    PaceSaved = "pace_saved" => said.pace_saved;
    PaceRemoved = "pace_removed" => said.pace_removed;
    PutOff = "put_off" => said.put_off;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_makes_up_is_not_said() {
        assert!(sentence(Locale::default(), Done::Saved.key()).is_some());
        for typed in ["", "Saved", "saved.", "<script>"] {
            assert_eq!(sentence(Locale::default(), typed), None);
        }
    }
}
