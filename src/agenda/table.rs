//! Who sees what first, and when: each role's states, one a line, and its right first step at seven moments around a
//! conference, written beside it by hand.

use super::*;
use crate::at::At;
use crate::commitment::Commitment;
use crate::conference::{Conference, ConferenceForm, starts_at};
use crate::definition::{Question, Section};
use crate::id::*;
use crate::language::Language;
use crate::person::Role;
use crate::policy::Audience;
use crate::time::{ChosenTime, Time, Way, Ways};
use crate::work::{Work, WorkCard, WorkForm, WorkState};
use crate::worry::WaitingWorry;

const ZONE: &str = "America/New_York";

/// A week before, the evening before, the hour before, two hours after, two days after, five weeks after, and in the next
/// school year.
const MOMENTS: [(&str, &str); 7] = [
    ("2026-11-26", "12:00"),
    ("2026-12-02", "19:00"),
    ("2026-12-03", "16:40"),
    ("2026-12-03", "19:40"),
    ("2026-12-05", "12:00"),
    ("2027-01-07", "12:00"),
    ("2027-09-15", "12:00"),
];

fn at((day, time): (&str, &str)) -> At {
    starts_at(day, time, ZONE).unwrap()
}

/// When the conference begins.
fn begins() -> At {
    at(("2026-12-03", "17:40"))
}

fn conference(form: ConferenceForm) -> Conference {
    let conference = crate::conference::tests::conference("2026-12-03", "17:40");
    Conference { facts: crate::conference::Facts { form, ..conference.facts }, ..conference }
}

fn chosen() -> ChosenTime {
    let time = Time {
        id: TimeId::new(),
        advisor_id: PersonId::new(),
        advisor: "Ruth".into(),
        starts_at: begins(),
        ends_at: begins().plus_millis(25 * 60_000),
        place: "Room 12".into(),
        host: String::new(),
        ways: Ways(vec![Way::InPerson]),
        interpreter: String::new(),
    };
    ChosenTime {
        choice_id: ChoiceId::new(),
        time,
        student_id: PersonId::new(),
        student: "Marisol".into(),
        student_called: "Marisol".into(),
        person_id: PersonId::new(),
        person: "Ofelia".into(),
        way: Way::InPerson,
        needs: String::new(),
        note: String::new(),
        entered_by: PersonId::new(),
        entered_name: "Ofelia".into(),
        sequence: 0,
    }
}

fn promise() -> Commitment {
    Commitment { starts_at: begins(), ..crate::commitment::tests::a_commitment(Role::Family) }
}

/// A work; with words in it, unless it is to be empty.
fn card(state: WorkState, audience: Audience, is_answered: bool, words: &str) -> WorkCard {
    let work = Work {
        id: WorkId::new(),
        school_id: SchoolId::new(),
        student_id: PersonId::new(),
        title: words.into(),
        form: WorkForm::Writing,
        language: Language::english(),
        audience,
        kept_at: (state != WorkState::Draft).then_some(At(0)),
        version: 1,
        changed_at: At(0),
    };
    WorkCard { work, state, text: words.into(), picture: None, is_answered }
}

/// The conference that a line is about, by the words in it; and the time that is chosen, as long as it is not over.
fn around(state: &str, now: At) -> (Option<TheDay>, Option<Over>) {
    let has = |word: &str| state.contains(word);
    let form = if has("recorded") { ConferenceForm::Recorded } else { ConferenceForm::Circle };
    let all = if has("conference") { vec![conference(form)] } else { Vec::new() };
    let chosen = has("time chosen").then(chosen).filter(|chosen| chosen.time.ends_at > now);
    (TheDay::of(&all, chosen.as_ref(), now, ZONE), Over::of(&all, now, ZONE))
}

/// Each line's state, and what is first at each of the moments.
fn each(table: &str, first: impl Fn(&str, At) -> String) -> usize {
    let lines: Vec<&str> = table.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut wrong = Vec::new();
    for line in &lines {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 1 + MOMENTS.len(), "{line}");
        for (moment, right) in MOMENTS.iter().zip(&cells[1..]) {
            let is = first(cells[0], at(*moment));
            if is != *right {
                wrong.push(format!("{} on {} {}: {is}, and not {right}", cells[0], moment.0, moment.1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    lines.len()
}

/// The name of a step.
fn word(step: Option<&impl std::fmt::Debug>) -> String {
    step.map(|step| format!("{step:?}"))
        .and_then(|step| Some(step.split(['(', ' ', '{']).next()?.to_owned()))
        .unwrap_or_else(|| "-".into())
}

fn of_student(state: &str, now: At) -> String {
    use WorkState::{Draft, Kept, Mastered, NotYet};
    let has = |word: &str| state.contains(word);
    let over = now > begins();
    let (day, past) = around(state, now);
    let works: Vec<WorkCard> = [
        (has("not yet"), card(NotYet, Audience::Family, true, "Shelter")),
        (has("revised"), card(NotYet, Audience::Family, false, "Shelter")),
        (has("empty draft"), card(Draft, Audience::Me, false, "")),
        (has("begun draft"), card(Draft, Audience::Me, false, "Well")),
        (has("feedback"), card(Kept, Audience::Family, true, "Song")),
        (has("shown to nobody"), card(Kept, Audience::Me, false, "Diary")),
        (has("kept work"), card(Kept, Audience::Family, false, "Map")),
        (has("mastered"), card(Mastered, Audience::Family, true, "Clinic words")),
    ]
    .into_iter()
    .filter_map(|(is, card)| is.then_some(card))
    .collect();
    let written_about: Vec<WorkId> =
        works.iter().filter(|card| has("feedback") && card.state == Kept).map(|card| card.work.id.clone()).collect();
    let promised = has("promised");
    let facts = student::StudentFacts {
        loose: works.iter().find(|card| has("loose") && card.state == Mastered).map(|card| card.work.id.clone()),
        works: &works,
        written_about: &written_about,
        has_definition: !has("no definition"),
        version_to_answer: has("version").then(VersionId::new),
        in_question: has("voice gone").then(StatementId::new),
        is_to_be_read_again: has("read again"),
        day,
        has_moments: !has("no plan"),
        is_open: has("open list"),
        over: past,
        reply_to_answer: (has("reply") && over).then(ReplyId::new),
        has_promised: promised,
        has_looked_back: has("looked back"),
        asked: promised.then(promise).filter(|promise| promise.asks(now)).map(|promise| promise.id),
    };
    word(student::steps(&facts).first())
}

#[test]
fn a_student_sees_the_right_thing_first() {
    let lines = each(
        "
        no definition                                       | AddFirst | AddFirst | AddFirst | AddFirst | AddFirst | AddFirst | AddFirst
        no definition, kept work                            | StartDefinition | StartDefinition | StartDefinition | StartDefinition | StartDefinition | StartDefinition | StartDefinition
        mastered, conference                                | AddWork | Lead | Lead | Promise | Promise | PlanConference | PlanConference
        mastered, conference, open list                     | GetReady | Lead | Lead | Promise | Promise | PlanConference | PlanConference
        mastered, conference, no plan                       | PlanMoments | PlanMoments | PlanMoments | Promise | Promise | PlanConference | PlanConference
        not yet, conference                                 | Revise | Lead | Lead | Promise | Promise | Revise | Revise
        not yet, conference, no plan                        | PlanMoments | PlanMoments | PlanMoments | Promise | Promise | Revise | Revise
        revised, conference, open list                      | AskAgain | Lead | Lead | Promise | Promise | AskAgain | AskAgain
        not yet, conference, reply, promised, looked back   | Revise | Lead | Lead | AnswerReply | AnswerReply | SayHowItWent | Revise
        not yet, conference, promised                       | Revise | Lead | Lead | LookBack | LookBack | SayHowItWent | Revise
        not yet, version, conference, promised, looked back | Revise | Lead | Lead | Revise | Revise | SayHowItWent | Revise
        mastered, time chosen                               | PlanTheDay | PlanTheDay | PlanTheDay | PlanConference | PlanConference | PlanConference | PlanConference
        not yet, time chosen                                | PlanTheDay | PlanTheDay | PlanTheDay | Revise | Revise | Revise | Revise
        mastered, time chosen, conference                   | AddWork | Lead | Lead | Promise | Promise | PlanConference | PlanConference
        mastered, version, conference, open list            | Answer | Lead | Lead | Promise | Promise | Answer | Answer
        mastered, voice gone, conference, open list         | LookAtWording | Lead | Lead | Promise | Promise | LookAtWording | LookAtWording
        mastered, read again, conference, open list         | GetReady | Lead | Lead | Promise | Promise | ReadAgain | ReadAgain
        feedback, conference, promised, looked back         | ReadFeedback | Lead | Lead | ReadFeedback | ReadFeedback | SayHowItWent | ReadFeedback
        kept work, conference, promised, looked back        | AskForCheck | Lead | Lead | AskForCheck | AskForCheck | SayHowItWent | AskForCheck
        shown to nobody, empty draft                        | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference
        begun draft                                         | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference | PlanConference
        begun draft, conference, promised, looked back      | FinishDraft | Lead | Lead | PlanConference | PlanConference | SayHowItWent | PlanConference
        begun draft, not yet, conference                    | Revise | Lead | Lead | Promise | Promise | Revise | Revise
        mastered, loose, recorded conference                | PutOnShelf | Lead | Lead | Promise | Promise | PutOnShelf | PutOnShelf
        ",
        of_student,
    );
    assert!(lines >= 12);
}

fn of_family(state: &str, now: At) -> String {
    let has = |word: &str| state.contains(word);
    let over = now > begins();
    let (day, past) = around(state, now);
    let question = || (DefinitionId::new(), Section::ALL[0], Question::Ours(crate::definition::Prompt::ALL[0]));
    let open = has("conference") && conference(ConferenceForm::Circle).is_open_for_replies(now, ZONE);
    let promised = has("promised");
    let facts = family::FamilyFacts {
        day,
        over: past,
        may_reply: over && open && !has("replied"),
        has_letter: over && has("letter"),
        has_promised: promised,
        asked: promised.then(promise).filter(|promise| promise.asks(now)).map(|promise| promise.id),
        version_to_answer: has("version").then(VersionId::new),
        came_lately: has("time chosen") && over && now < begins().plus_days(28),
        some_times_are_free: has("free times"),
        question: has("question").then(question),
    };
    word(family::steps(&facts).first())
}

fn asked_anew() -> crate::grant::AskedAnew {
    crate::grant::AskedAnew {
        student_id: PersonId::new(),
        grant_id: crate::id::GrantId::new(),
        person_id: PersonId::new(),
        name: "Rosa Reyes".into(),
        kinship: "abuela".into(),
        at: At(0),
    }
}

#[test]
fn a_family_sees_the_right_thing_first() {
    let lines = each(
        "
        nothing                                             | Look | Look | Look | Look | Look | Look | Look
        question                                            | AnswerQuestion | AnswerQuestion | AnswerQuestion | AnswerQuestion | AnswerQuestion | AnswerQuestion | AnswerQuestion
        version, question                                   | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion
        free times, version                                 | ChooseTime | ChooseTime | ChooseTime | ChooseTime | ChooseTime | ChooseTime | ChooseTime
        conference                                          | Look | Come | Come | Reply | Reply | Look | Look
        conference, free times                              | ChooseTime | Come | Come | Reply | Reply | ChooseTime | ChooseTime
        conference, free times, replied, promised           | ChooseTime | Come | Come | Look | Look | SayHowItWent | ChooseTime
        conference, time chosen, free times                 | Look | Come | Come | Reply | Reply | ChooseTime | ChooseTime
        time chosen, free times                             | Look | Come | Come | Look | Look | ChooseTime | ChooseTime
        time chosen, question                               | AnswerQuestion | Come | Come | AnswerQuestion | AnswerQuestion | AnswerQuestion | AnswerQuestion
        conference, version, question                       | AnswerVersion | Come | Come | Reply | Reply | AnswerVersion | AnswerVersion
        conference, replied, letter                         | Look | Come | Come | ReadLetter | ReadLetter | Look | Look
        conference, replied                                 | Look | Come | Come | Promise | Promise | Look | Look
        conference, replied, promised, version              | AnswerVersion | Come | Come | AnswerVersion | AnswerVersion | SayHowItWent | AnswerVersion
        recorded conference                                 | Look | Look | Look | Reply | Reply | Look | Look
        recorded conference, free times                     | Look | Look | Look | Reply | Reply | ChooseTime | ChooseTime
        ",
        of_family,
    );
    assert!(lines >= 12);
}

fn of_advisor(state: &str, now: At) -> String {
    let has = |word: &str| state.contains(word);
    let over = now > begins();
    let (day, _) = around(state, now);
    let news = |said| advisor::LatelyHeard {
        kind: said,
        id: "1".into(),
        about: "2".into(),
        author: "Ofelia".into(),
        at: now,
        section: None,
    };
    let mut lately = Vec::new();
    lately.extend((has("reply") && over && now < begins().plus_days(14)).then(|| news(advisor::NewsKind::Reply)));
    lately.extend(has("talk").then(|| news(advisor::NewsKind::Talk)));
    let facts = advisor::AdvisorFacts {
        student: PersonId::new(),
        day,
        has_moments: !has("no plan"),
        checks: if has("check") { vec![(WorkId::new(), At(0))] } else { Vec::new() },
        version_to_answer: has("version").then(|| (VersionId::new(), At(0))),
        in_question: if has("voice gone") { vec![(StatementId::new(), At(0))] } else { Vec::new() },
        cannot_read: has("unread").then(|| advisor::CannotRead {
            statement: StatementId::new(),
            people: vec![("Rosa Reyes".into(), "abuela".into())],
        }),
        has_school_voice: (!has("no definition")).then(|| !has("no voice")),
        is_to_be_read_again: has("read again"),
        news: lately,
        has_signed_in: !has("never in"),
        family_has_a_way_in: !has("no way in"),
        asked_anew: has("asked anew").then(asked_anew).into_iter().collect(),
        last_heard: Some(if has("silent") { now.plus_days(-21) } else { now.plus_days(-2) }),
    };
    let today = crate::day::Day::of(now, ZONE);
    let mut waiting = advisor::steps(&facts, now);
    if has("promised") && promise().asks(now) {
        let step = advisor::AdvisorStep::SayHowItWent(CommitmentId::new());
        waiting.push(advisor::WaitingStep { student: facts.student.clone(), step, since: begins() });
    }
    if has("worry") {
        let worry = WaitingWorry { id: WorryId::new(), student_id: PersonId::new(), student: "Ana".into(), since: now };
        let step = advisor::AdvisorStep::HearWorry(worry.clone());
        waiting.push(advisor::WaitingStep { student: worry.student_id, step, since: now });
    }
    let off: Vec<PutOff> = if has("all put off") {
        waiting.iter().map(|waiting| PutOff { step: waiting.key(), until: None }).collect()
    } else if has("check put off") {
        let until = Some("2026-12-04".parse().unwrap());
        let checks = waiting.iter().filter(|waiting| matches!(waiting.step, advisor::AdvisorStep::AnswerCheck(_)));
        checks.map(|waiting| PutOff { step: waiting.key(), until }).collect()
    } else {
        Vec::new()
    };
    word(advisor::in_order(waiting, &off, today).0.first().map(|waiting| &waiting.step))
}

#[test]
fn an_advisor_sees_the_right_thing_first() {
    let lines = each(
        "
        nothing waits                          | - | - | - | - | - | - | -
        no definition                          | - | - | - | - | - | - | -
        no voice                               | AddVoice | AddVoice | AddVoice | AddVoice | AddVoice | AddVoice | AddVoice
        check                                  | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck
        check, version, conference             | AnswerCheck | Follow | Follow | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck
        check, conference, no plan             | AnswerCheck | Follow | Follow | AnswerCheck | AnswerCheck | AnswerCheck | AnswerCheck
        asked anew, no way in                  | OpenAnew | OpenAnew | OpenAnew | OpenAnew | OpenAnew | OpenAnew | OpenAnew
        check put off, version                 | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion | AnswerCheck | AnswerCheck | AnswerCheck
        version, talk, conference              | AnswerVersion | Follow | Follow | AnswerVersion | AnswerVersion | AnswerVersion | AnswerVersion
        voice gone, talk, conference           | LookAtWording | Follow | Follow | LookAtWording | LookAtWording | LookAtWording | LookAtWording
        conference, no plan                    | HelpPlan | Follow | Follow | - | - | - | -
        conference, reply, promised            | - | Follow | Follow | Read | Read | SayHowItWent | -
        conference, time chosen                | - | Follow | Follow | - | - | - | -
        time chosen, no plan                   | HelpPlan | Follow | Follow | - | - | - | -
        recorded conference, no plan           | HelpPlan | - | - | - | - | - | -
        unread, no voice                       | Translate | Translate | Translate | Translate | Translate | Translate | Translate
        unread, conference, no plan            | HelpPlan | Follow | Follow | Translate | Translate | Translate | Translate
        unread, talk                           | Read | Read | Read | Read | Read | Read | Read
        read again, no way in                  | ReadAgain | ReadAgain | ReadAgain | ReadAgain | ReadAgain | ReadAgain | ReadAgain
        never in, no way in                    | OpenToFamily | OpenToFamily | OpenToFamily | OpenToFamily | OpenToFamily | OpenToFamily | OpenToFamily
        never in, silent, conference           | HelpSignIn | Follow | Follow | HelpSignIn | HelpSignIn | HelpSignIn | HelpSignIn
        worry                                  | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry
        worry, check, conference               | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry
        worry, check, all put off              | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry
        silent                                 | LookIn | LookIn | LookIn | LookIn | LookIn | LookIn | LookIn
        ",
        of_advisor,
    );
    assert!(lines >= 12);
}

fn of_lead(state: &str, _: At) -> String {
    let has = |word: &str| state.contains(word);
    let facts = lead::LeadFacts {
        worry: has("worry").then(WorryId::new),
        has_people: !has("nobody"),
        has_targets: !has("no targets"),
        without_a_way_in: if has("without a code") { 3 } else { 0 },
        families_without_a_way_in: if has("families outside") { 2 } else { 0 },
    };
    word(lead::steps(&facts).first())
}

#[test]
fn a_lead_sees_the_right_thing_first() {
    let lines = each(
        "
        nobody                                        | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople
        nobody, no targets                            | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople
        nobody, conference                            | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople | AddPeople
        without a code                                | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes
        without a code, no targets                    | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes
        without a code, families outside              | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes
        without a code, no targets, families outside  | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes | MakeCodes
        no targets                                    | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets
        no targets, families outside                  | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets | AddTargets
        families outside                              | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies
        families outside, conference                  | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies | OpenToFamilies
        worry                                         | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry
        worry, without a code, no targets             | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry | HearWorry
        all in hand                                   | Nothing | Nothing | Nothing | Nothing | Nothing | Nothing | Nothing
        all in hand, conference                       | Nothing | Nothing | Nothing | Nothing | Nothing | Nothing | Nothing
        ",
        of_lead,
    );
    assert!(lines >= 12);
}

#[test]
fn a_time_that_is_chosen_is_the_day() {
    let now = at(MOMENTS[0]);
    let planned = Conference {
        facts: crate::conference::Facts {
            starts_at: begins().plus_days(2),
            ..conference(ConferenceForm::Circle).facts
        },
        ..conference(ConferenceForm::Circle)
    };
    let day = TheDay::of(std::slice::from_ref(&planned), Some(&chosen()), now, ZONE).unwrap();
    assert_eq!((day.starts_at, day.conference.as_ref()), (begins(), Some(&planned.id)));
    let day = TheDay::of(&[], Some(&chosen()), now, ZONE).unwrap();
    assert_eq!((day.starts_at, day.conference, day.place.as_str()), (begins(), None, "Room 12"));
    let day = TheDay::of(std::slice::from_ref(&planned), None, now, ZONE).unwrap();
    assert_eq!(day.starts_at, begins().plus_days(2));
    assert!(TheDay::of(&[planned], None, begins().plus_days(3), ZONE).is_none(), "it is over");
}

#[test]
fn something_that_is_put_off_is_there_again_on_its_day() {
    let off = |until: Option<&str>| PutOff { step: "check".into(), until: until.map(|day| day.parse().unwrap()) };
    let day = |day: &str| day.parse().unwrap();
    assert!(off(Some("2026-12-04")).is_off(day("2026-12-03")) && !off(Some("2026-12-04")).is_off(day("2026-12-04")));
    assert!(off(None).is_off(day("2036-01-01")), "put away for good");
}

#[test]
fn what_waits_longest_comes_first_among_its_like() {
    let step = |id: &str, at: i64| advisor::WaitingStep {
        student: PersonId::new(),
        step: advisor::AdvisorStep::Read(advisor::LatelyHeard {
            kind: advisor::NewsKind::Talk,
            id: id.into(),
            about: String::new(),
            author: String::new(),
            at: At(at),
            section: None,
        }),
        since: At(at),
    };
    let both = || vec![step("late", 2), step("early", 1)];
    let today = "2026-12-03".parse().unwrap();
    assert_eq!(advisor::in_order(both(), &[], today).0[0].since, At(1));
    let off = [PutOff { step: step("early", 1).key(), until: None }];
    let (waiting, put_off) = advisor::in_order(both(), &off, today);
    assert_eq!((waiting[0].since, put_off[0].since), (At(2), At(1)), "it is put off, and not lost");
}
