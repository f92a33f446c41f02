//! Proposing a plan: moments that grow out of the definition, what speaks for it, the form and the length. It is a
//! proposal: the student renames, moves and cuts.

use super::ConferenceForm;
use super::moment::{MOST_MINUTES, Purpose, Support, Supports};
use crate::definition::{EvidenceKind, Section};
use crate::id::{StatementId, WorkId};

kinds! {
    /// A moment as a proposal knows it; the locale files have its name.
    pub enum Part {
        /// An elder speaks before anybody else.
        ElderBegins = "elder-begins",
        Welcome = "welcome",
        /// What we agreed on, family voice first.
        Definition = "definition",
        /// A work and its road.
        Work = "work",
        /// How something is done, shown.
        Show = "show",
        /// Played, danced, sung, spoken.
        Perform = "perform",
        /// Taught.
        Teach = "teach",
        /// The others try it.
        YourTurn = "your-turn",
        Action = "action",
        NotYet = "not-yet",
        Family = "family",
        /// The family answers later, from home.
        FamilyLater = "family-later",
        Commitments = "commitments",
    }
}

impl Part {
    /// What a moment that it becomes is for.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Welcome => Purpose::Welcome,
            Self::Definition => Purpose::Definition,
            Self::Work | Self::Show | Self::Perform | Self::Teach => Purpose::Work,
            Self::Action => Purpose::Action,
            Self::NotYet => Purpose::NotYet,
            Self::ElderBegins | Self::YourTurn | Self::Family | Self::FamilyLater => Purpose::Family,
            Self::Commitments => Purpose::Commitments,
        }
    }
}

/// What a plan is proposed from: only what the student may see and show.
#[derive(Clone, Debug)]
pub struct ProposalFacts<'a> {
    pub form: ConferenceForm,
    /// How long all moments take together.
    pub minutes: i64,
    pub statements: &'a [Stated],
    pub works: &'a [Candidate],
}

/// A statement, and the works that speak for it.
#[derive(Clone, Debug)]
pub struct Stated {
    pub id: StatementId,
    pub section: Section,
    pub works: Vec<(WorkId, EvidenceKind)>,
}

/// A work that could be shown.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: WorkId,
    pub is_mastered: bool,
}

/// A moment of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    pub part: Part,
    pub minutes: i64,
    pub statements: Vec<StatementId>,
    pub works: Vec<WorkId>,
    pub supports: Supports,
}

/// Proposes a plan. The same wish is answered the same way.
pub fn propose(wish: &ProposalFacts<'_>) -> Vec<Proposed> {
    let minutes = wish.minutes.max(*super::LENGTHS.start());
    let acts = minutes >= 15 && wish.statements.iter().any(|stated| stated.section == Section::Community);
    let chosen = ChosenWork::of(wish, most_works(wish.form, minutes), acts);
    let agenda = agenda(wish.form, chosen.works.len().max(1), acts);
    let weights: Vec<i64> = agenda.iter().map(|(_, weight)| *weight).collect();
    let mut works = chosen.works.into_iter();
    let mut moments: Vec<Proposed> = agenda
        .into_iter()
        .zip(share_out(minutes, &weights))
        .map(|((part, _), minutes)| {
            let works = match part {
                Part::Action => chosen.action.clone().into_iter().collect(),
                Part::NotYet => chosen.not_yet.clone().into_iter().collect(),
                _ if part.purpose() == Purpose::Work => works.next().into_iter().collect(),
                _ => Vec::new(),
            };
            Proposed { part, minutes, statements: Vec::new(), works, supports: supports(wish.form, part) }
        })
        .collect();
    for stated in wish.statements {
        if let Some(place) = home(stated, &moments) {
            moments[place].statements.push(stated.id.clone());
        }
    }
    moments
}

/// How many works fit.
fn most_works(form: ConferenceForm, minutes: i64) -> usize {
    let fit = match minutes {
        ..15 => 1,
        15..25 => 2,
        25..40 => 3,
        40..60 => 4,
        _ => 5,
    };
    // What a device says takes its time.
    if form == ConferenceForm::DeviceSpoken { (fit - 1).max(1) } else { fit }
}

/// Which works are shown where.
#[derive(Default)]
struct ChosenWork {
    works: Vec<WorkId>,
    action: Option<WorkId>,
    not_yet: Option<WorkId>,
}

impl ChosenWork {
    /// Those that speak for the most of what nothing speaks for yet; then mastered ones, then others, as they come.
    fn of(wish: &ProposalFacts<'_>, most: usize, acts: bool) -> Self {
        let can_be_shown = |id: &WorkId| wish.works.iter().any(|work| work.id == *id);
        let speak = |kind: fn(EvidenceKind) -> bool, community: bool| {
            let of = wish.statements.iter().filter(move |stated| (stated.section == Section::Community) == community);
            of.flat_map(|stated| &stated.works)
                .filter(move |(_, how)| kind(*how))
                .map(|(id, _)| id)
                .find(|id| can_be_shown(id))
        };
        let action = acts.then(|| speak(|_| true, true)).flatten().cloned();
        let not_yet = speak(|how| how == EvidenceKind::NotYet, false).filter(|id| action.as_ref() != Some(id)).cloned();
        let is_free = |id: &WorkId| action.as_ref() != Some(id) && not_yet.as_ref() != Some(id);
        let mut unspoken: Vec<&Stated> =
            wish.statements.iter().filter(|stated| !(acts && stated.section == Section::Community)).collect();
        let mut works: Vec<WorkId> = Vec::new();
        while works.len() < most {
            let free = wish.works.iter().filter(|work| is_free(&work.id) && !works.contains(&work.id));
            let count = |work: &Candidate| unspoken.iter().filter(|stated| stated.is_seen_in(&work.id)).count();
            // The first of the best, so that the answer is the same each time.
            let best = free.rev_max_by_key(|work| (count(work), work.is_mastered));
            let Some(best) = best else { break };
            unspoken.retain(|stated| !stated.is_seen_in(&best.id));
            works.push(best.id.clone());
        }
        Self { works, action, not_yet }
    }
}

/// The first of those with the greatest key; `max_by_key` gives the last.
trait FirstOfTheGreatest: Iterator + Sized {
    fn rev_max_by_key<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        self.fold(None, |best, item| match best {
            Some(best) if key(&best) >= key(&item) => Some(best),
            _ => Some(item),
        })
    }
}

impl<I: Iterator> FirstOfTheGreatest for I {}

impl Stated {
    /// Whether it can be seen in this work, or is growing there.
    fn is_seen_in(&self, work: &WorkId) -> bool {
        self.works.iter().any(|(id, how)| id == work && *how != EvidenceKind::NotYet)
    }

    fn is_on_its_way_in(&self, work: &WorkId) -> bool {
        self.works.iter().any(|(id, how)| id == work && *how == EvidenceKind::NotYet)
    }
}

/// The parts of a form, in order, each with how much of the time it asks for.
fn agenda(form: ConferenceForm, works: usize, acts: bool) -> Vec<(Part, i64)> {
    let (mut parts, first, each) = match form {
        ConferenceForm::Circle => {
            (vec![(Part::ElderBegins, 2), (Part::Welcome, 1), (Part::Definition, 3)], (Part::Work, 3), 3)
        }
        ConferenceForm::WalkThrough => (vec![(Part::Welcome, 2), (Part::Definition, 2)], (Part::Work, 4), 4),
        ConferenceForm::Demonstration => (vec![(Part::Welcome, 2), (Part::Definition, 3)], (Part::Show, 6), 2),
        ConferenceForm::Performance => (vec![(Part::Welcome, 1), (Part::Definition, 3)], (Part::Perform, 5), 3),
        ConferenceForm::Teaching => (vec![(Part::Welcome, 2), (Part::Definition, 2)], (Part::Teach, 5), 2),
        ConferenceForm::Recorded => (vec![(Part::Welcome, 2), (Part::Definition, 3)], (Part::Work, 3), 3),
        ConferenceForm::DeviceSpoken => (vec![(Part::Welcome, 2), (Part::Definition, 3)], (Part::Work, 4), 4),
    };
    parts.push(first);
    if matches!(form, ConferenceForm::Demonstration | ConferenceForm::Teaching) {
        parts.push((Part::YourTurn, 3));
    }
    parts.extend((1..works).map(|_| (Part::Work, each)));
    if acts {
        parts.push((Part::Action, 3));
    }
    let answer = if form == ConferenceForm::Recorded { Part::FamilyLater } else { Part::Family };
    parts.extend([(Part::NotYet, 2), (answer, 3), (Part::Commitments, 3)]);
    parts
}

fn supports(form: ConferenceForm, part: Part) -> Supports {
    Supports(match (form, part) {
        (ConferenceForm::DeviceSpoken, Part::Welcome) => vec![Support::RecordedOpening, Support::DeviceSpeech],
        (ConferenceForm::DeviceSpoken, _) if part.purpose() != Purpose::Family => vec![Support::DeviceSpeech],
        (ConferenceForm::Recorded, Part::Welcome) => vec![Support::RecordedOpening],
        _ => Vec::new(),
    })
}

/// Shares minutes out by weight: each gets one at least, and together they are as many as there are (as far as no moment
/// would get longer than one can be).
fn share_out(minutes: i64, weights: &[i64]) -> Vec<i64> {
    let whole: i64 = weights.iter().sum::<i64>().max(1);
    let mut shares: Vec<i64> = weights.iter().map(|weight| (minutes * weight / whole).clamp(1, MOST_MINUTES)).collect();
    loop {
        let left = minutes - shares.iter().sum::<i64>();
        let place = match left {
            0 => return shares,
            // To the one that was cut the most.
            1.. => (0..shares.len())
                .filter(|place| shares[*place] < MOST_MINUTES)
                .rev_max_by_key(|place| minutes * weights[*place] - shares[*place] * whole),
            _ => (0..shares.len()).filter(|place| shares[*place] > 1).rev_max_by_key(|place| shares[*place]),
        };
        let Some(place) = place else { return shares };
        shares[place] += left.signum();
    }
}

/// Which moment speaks for a statement. Each has room for as many as it has minutes.
fn home(stated: &Stated, moments: &[Proposed]) -> Option<usize> {
    let fits: [&dyn Fn(&Proposed) -> bool; 5] = [
        &|moment| stated.section == Section::Community && moment.part == Part::Action,
        &|moment| stated.section == Section::Helps && moment.part == Part::NotYet,
        &|moment| moment.part.purpose() == Purpose::Work && moment.works.iter().any(|work| stated.is_seen_in(work)),
        &|moment| moment.part == Part::NotYet && moment.works.iter().any(|work| stated.is_on_its_way_in(work)),
        &|moment| moment.part == Part::Definition,
    ];
    let has_room = |moment: &Proposed| (moment.statements.len() as i64) < moment.minutes;
    fits.iter().find_map(|fits| moments.iter().position(|moment| has_room(moment) && fits(moment)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conference::LENGTHS;
    use crate::conference::moment::family_speaks_early;
    use proptest::prelude::*;

    fn wish<'a>(
        form: ConferenceForm,
        minutes: i64,
        statements: &'a [Stated],
        works: &'a [Candidate],
    ) -> ProposalFacts<'a> {
        ProposalFacts { form, minutes, statements, works }
    }

    fn parts(moments: &[Proposed]) -> Vec<Part> {
        moments.iter().map(|moment| moment.part).collect()
    }

    fn works(count: usize) -> Vec<Candidate> {
        (0..count).map(|place| Candidate { id: WorkId::new(), is_mastered: place % 2 == 0 }).collect()
    }

    fn stated(section: Section, works: &[(&Candidate, EvidenceKind)]) -> Stated {
        let works = works.iter().map(|(work, how)| (work.id.clone(), *how)).collect();
        Stated { id: StatementId::new(), section, works }
    }

    #[test]
    fn a_circle_begins_with_an_elder_and_every_other_form_with_a_welcome() {
        for form in ConferenceForm::ALL {
            let first = parts(&propose(&wish(*form, 25, &[], &[])))[0];
            assert_eq!(
                first,
                if *form == ConferenceForm::Circle { Part::ElderBegins } else { Part::Welcome },
                "{form}"
            );
        }
    }

    #[test]
    fn the_agenda_takes_the_shape_of_its_form() {
        let works = works(3);
        let has = |form, part| parts(&propose(&wish(form, 25, &[], &works))).contains(&part);
        assert!(has(ConferenceForm::Teaching, Part::Teach) && has(ConferenceForm::Teaching, Part::YourTurn));
        assert!(has(ConferenceForm::Demonstration, Part::Show) && has(ConferenceForm::Performance, Part::Perform));
        assert!(has(ConferenceForm::Recorded, Part::FamilyLater) && !has(ConferenceForm::Recorded, Part::Family));
        let spoken = propose(&wish(ConferenceForm::DeviceSpoken, 25, &[], &works));
        assert!(spoken[0].supports.0.contains(&Support::DeviceSpeech));
    }

    #[test]
    fn a_statement_is_spoken_for_where_its_work_is_shown() {
        let works = works(2);
        let statements = [
            stated(Section::Learning, &[(&works[1], EvidenceKind::Shown)]),
            stated(Section::Values, &[]),
            stated(Section::Community, &[]),
            stated(Section::Helps, &[]),
        ];
        let moments = propose(&wish(ConferenceForm::Circle, 25, &statements, &works));
        let of =
            |place: usize| moments.iter().find(|moment| moment.statements.contains(&statements[place].id)).unwrap();
        assert_eq!(of(0).works, [works[1].id.clone()]);
        assert_eq!((of(1).part, of(2).part, of(3).part), (Part::Definition, Part::Action, Part::NotYet));
    }

    #[test]
    fn what_is_not_there_yet_is_shown_where_it_is_talked_about() {
        let works = works(2);
        let statements = [stated(Section::Learning, &[(&works[0], EvidenceKind::NotYet)])];
        let moments = propose(&wish(ConferenceForm::Circle, 25, &statements, &works));
        let not_yet = moments.iter().find(|moment| moment.part == Part::NotYet).unwrap();
        assert_eq!(
            (&not_yet.works, &not_yet.statements),
            (&vec![works[0].id.clone()], &vec![statements[0].id.clone()])
        );
    }

    #[test]
    fn the_community_section_is_never_pressed_on_a_student() {
        let moments = propose(&wish(ConferenceForm::Circle, 60, &[], &works(5)));
        assert!(!parts(&moments).contains(&Part::Action));
    }

    fn a_section() -> impl Strategy<Value = Section> {
        proptest::sample::select(Section::ALL)
    }

    fn a_wish() -> impl Strategy<Value = (ConferenceForm, i64, Vec<Stated>, Vec<Candidate>)> {
        let kind = proptest::sample::select(EvidenceKind::ALL);
        let ties = proptest::collection::vec((0_usize..8, kind), 0..4);
        let statements = proptest::collection::vec((a_section(), ties), 0..25);
        (proptest::sample::select(ConferenceForm::ALL), LENGTHS, statements, 0_usize..8).prop_map(
            |(form, minutes, told, count)| {
                let works = works(count);
                let ties = |ties: Vec<(usize, EvidenceKind)>| {
                    ties.into_iter().filter_map(|(place, how)| Some((works.get(place)?.id.clone(), how))).collect()
                };
                let statements = told
                    .into_iter()
                    .map(|(section, told)| Stated { id: StatementId::new(), section, works: ties(told) })
                    .collect();
                (form, minutes, statements, works)
            },
        )
    }

    proptest! {
        #[test]
        fn it_takes_exactly_as_long_as_was_wished((form, minutes, statements, works) in a_wish()) {
            let moments = propose(&wish(form, minutes, &statements, &works));
            prop_assert_eq!(moments.iter().map(|moment| moment.minutes).sum::<i64>(), minutes);
            prop_assert!(moments.iter().all(|moment| (1..=MOST_MINUTES).contains(&moment.minutes)));
        }

        #[test]
        fn the_family_is_heard_before_the_first_work_and_answers_at_the_end(
            (form, minutes, statements, works) in a_wish(),
        ) {
            let moments = propose(&wish(form, minutes, &statements, &works));
            prop_assert!(family_speaks_early(moments.iter().map(|moment| moment.part.purpose())));
            let last: Vec<Purpose> = moments.iter().rev().take(3).rev().map(|moment| moment.part.purpose()).collect();
            prop_assert_eq!(last, [Purpose::NotYet, Purpose::Family, Purpose::Commitments]);
        }

        #[test]
        fn a_statement_is_left_out_only_where_its_moment_is_full((form, minutes, statements, works) in a_wish()) {
            let moments = propose(&wish(form, minutes, &statements, &works));
            let definition = moments.iter().find(|moment| moment.part == Part::Definition).unwrap();
            for stated in &statements {
                let times = moments.iter().filter(|moment| moment.statements.contains(&stated.id)).count();
                prop_assert!(times == 1 || (times == 0 && definition.statements.len() as i64 == definition.minutes));
            }
        }

        #[test]
        fn no_work_is_shown_twice_and_none_that_cannot_be((form, minutes, statements, works) in a_wish()) {
            let moments = propose(&wish(form, minutes, &statements, &works));
            let shown: Vec<&WorkId> = moments.iter().flat_map(|moment| &moment.works).collect();
            let mut once = shown.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), shown.len());
            prop_assert!(shown.iter().all(|id| works.iter().any(|work| work.id == **id)));
        }

        #[test]
        fn the_same_wish_is_answered_the_same_way((form, minutes, statements, works) in a_wish()) {
            let once = propose(&wish(form, minutes, &statements, &works));
            prop_assert_eq!(once, propose(&wish(form, minutes, &statements, &works)));
        }
    }
}
