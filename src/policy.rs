//! Who may do what: the only place that decides it.
//!
//! A thing in Kinfolio belongs to a student, to a section of that student's definition, or to the school. Everything
//! the decision needs is who asks ([`Role`]), how they stand to that student ([`Relation`]), what they want
//! ([`Action`]) and whom the thing is meant for ([`Audience`]). Every route and server function asks [`may`]; the tests
//! beside it walk the whole table.

use crate::person::role::Role;

kinds! {
    /// Who may see a thing, each one wider than the one before.
    pub enum Audience {
        /// The student alone.
        Me = "me",
        /// And the advisors who accompany them.
        Advisor = "advisor",
        /// And their family.
        Family = "family",
        /// And those invited to the conference.
        Conference = "conference",
    }
}

/// How the one who asks stands to the student a thing belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// It is their own.
    Own,
    /// Of the same advisory: its advisor, or a fellow student.
    SameAdvisory,
    /// Of the same school, but not the same advisory.
    OtherAdvisory,
    /// Of another school.
    OtherSchool,
    /// Of the school, and let in to this very thing by a permit that names it: the relation to nothing else of the student's.
    Permitted,
    /// Family that the school has connected with the student.
    LinkedFamily,
    /// Family of somebody else.
    UnlinkedFamily,
    /// Invited to the student's conference, and nothing else: whoever sits in the room.
    Invited,
    /// Came through a grant that has ended.
    Revoked,
    /// Not signed in.
    Nobody,
}

impl Relation {
    /// Every one of them.
    pub const ALL: &'static [Self] = &[
        Self::Own,
        Self::SameAdvisory,
        Self::OtherAdvisory,
        Self::OtherSchool,
        Self::Permitted,
        Self::LinkedFamily,
        Self::UnlinkedFamily,
        Self::Invited,
        Self::Revoked,
        Self::Nobody,
    ];
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// People, sign-in codes, learning targets: setting up the school.
    RunSchool,
    /// Name the sections of the definition, and say which prompts help people begin.
    ShapePrompts,
    /// Keep plans to start from, and say what to look at before a conference.
    ShapePlans,
    /// Say who of the staff hears of worries about a child.
    NameWhoHearsWorries,
    /// Hear of worries: whoever of the staff the school names, which is for `worry` to find.
    HearWorries,
    /// Say what they themselves like to be called.
    SayOwnName,
    /// See their own account: the languages they read, where they are signed in; and sign out elsewhere.
    KeepAccount,
    /// Choose their own password, and a second step of signing in. A family has neither.
    KeepPassword,
    /// Make a one-time sign-in code for a student they accompany.
    MakeCode,
    /// Read the words of the pages beside English, and suggest better ones.
    SuggestWords,
    /// Be told elsewhere that there is something new, by e-mail or in their own calendar: whether, where and how often.
    BeTold,
    /// Take back, correct, undo and bring back what they said or did themselves.
    TakeBack,
    /// Read the school's learning targets.
    SeeTargets,
    /// The advisory's board.
    SeeBoard,
    /// Say what the advisory is about in the coming weeks, and gather students around a target.
    GuideAdvisory,
    /// Offer families times for conferences, and see who comes when.
    OfferTimes,
    /// Choose one of them for a student.
    ChooseTime,
    /// End what a family has chosen, and tell them.
    TakeTimeBack,
    /// That there is this student: the name at the head of a page.
    SeeStudent,
    /// Start a work.
    AddWork,
    /// Read a work, its revisions, pictures, feedback and checks.
    SeeWork,
    /// Change a draft, add a revision, choose targets and audience.
    ChangeWork,
    /// Ask for a mastery check.
    AskForCheck,
    /// Write feedback on a revision, and answer a mastery check.
    GiveFeedback,
    /// Read how a work came to be: earlier revisions, feedback, checks.
    SeeRoad,
    /// Say what became of feedback.
    AnswerFeedback,
    /// Read a work and say something about it: fellow students, while they are asked.
    GivePeerFeedback,
    /// Take what somebody said to or about the student out of sight: a student silently or with a reason; an advisor what a
    /// family or a fellow student said, with a reason. The student's own words nobody hides (see `hidden::may_hide`).
    HideWords,
    /// Say that they worry about a child because of words that somebody else said (see `worry::may_worry`).
    SayWorry,
    /// See which targets a student has mastered and which are next, and what they mean to do.
    SeeMap,
    /// Note what to do next, and by when.
    PlanNext,
    /// Read the portfolio.
    SeePortfolio,
    /// Put works on shelves, order and name them, write the welcome.
    ArrangePortfolio,
    /// Tell something about the student, or bring something from home, for the portfolio.
    Testify,
    /// Start a definition of success, and say who may see a section of it.
    ShapeDefinition,
    /// Read a section of it.
    SeeSection,
    /// Add a contribution to a section.
    Contribute,
    /// Put what somebody said into another language, or read it aloud, beside it.
    Translate,
    /// The same for the school's learning targets: every family reads whose words those are.
    TranslateTargets,
    /// Write the "we" wording of a section, together with the others.
    WriteStatement,
    /// Put statements in order, set one aside, bring it back.
    ArrangeStatements,
    /// Say which work, or which story, speaks for a statement, and take that away again.
    TieEvidence,
    /// Ask everybody to answer the wording as it stands.
    AskForAnswers,
    /// Answer a version: affirm, affirm with a note, not yet.
    Affirm,
    /// Write down what somebody answered on paper.
    RecordAnswer,
    /// Plan and change a conference, and lead it.
    LeadConference,
    /// Say that a conference is on another day, where no family has chosen one.
    MoveConference,
    /// Read the plan, and look on.
    SeeConference,
    /// Say something about the plan. Fellow students see no more of it than its outline, and that only where the student
    /// asks them: then it is meant for the widest audience.
    CommentOnPlan,
    /// Listen to a run-through and say something about it: the fellow student who was asked.
    HelpRehearse,
    /// Say something back.
    Reply,
    /// Promise something at a conference, and say how it went.
    Commit,
    /// Look back on a conference in words.
    LookBack,
    /// Make a family link, end it, and see the list of them.
    OpenToFamily,
    /// See when family members came by.
    SeeVisits,
    /// Read what the school keeps of a person: names, languages, advisories, family, ways in. An advisor of their own students
    /// and these students' families.
    SeePerson,
    /// Put it right.
    PutPersonRight,
    /// Tie a family member to a student, and end that.
    TieFamily,
    /// End what lets somebody of the staff in to a work.
    EndPermit,
    /// Read in the record what is about themselves; the lead: what is about the school.
    ReadRecord,
}

impl Action {
    /// Every one of them.
    pub const ALL: &'static [Self] = &[
        Self::RunSchool,
        Self::ShapePrompts,
        Self::ShapePlans,
        Self::NameWhoHearsWorries,
        Self::HearWorries,
        Self::SayOwnName,
        Self::KeepAccount,
        Self::KeepPassword,
        Self::MakeCode,
        Self::SuggestWords,
        Self::BeTold,
        Self::TakeBack,
        Self::SeeTargets,
        Self::SeeBoard,
        Self::GuideAdvisory,
        Self::OfferTimes,
        Self::ChooseTime,
        Self::TakeTimeBack,
        Self::SeeStudent,
        Self::AddWork,
        Self::SeeWork,
        Self::ChangeWork,
        Self::AskForCheck,
        Self::GiveFeedback,
        Self::SeeRoad,
        Self::AnswerFeedback,
        Self::GivePeerFeedback,
        Self::HideWords,
        Self::SayWorry,
        Self::SeeMap,
        Self::PlanNext,
        Self::SeePortfolio,
        Self::ArrangePortfolio,
        Self::Testify,
        Self::ShapeDefinition,
        Self::SeeSection,
        Self::Contribute,
        Self::Translate,
        Self::TranslateTargets,
        Self::WriteStatement,
        Self::ArrangeStatements,
        Self::TieEvidence,
        Self::AskForAnswers,
        Self::Affirm,
        Self::RecordAnswer,
        Self::LeadConference,
        Self::MoveConference,
        Self::SeeConference,
        Self::CommentOnPlan,
        Self::HelpRehearse,
        Self::Reply,
        Self::Commit,
        Self::LookBack,
        Self::OpenToFamily,
        Self::SeeVisits,
        Self::SeePerson,
        Self::PutPersonRight,
        Self::TieFamily,
        Self::EndPermit,
        Self::ReadRecord,
    ];
}

/// Whether somebody with this role, who stands so to the student, may do this with a thing meant for this audience.
///
/// `role` is `None` for a visitor who has not signed in. For what has no audience of its own, such as the portfolio as
/// a whole, ask with [`Audience::Conference`], the widest.
pub fn may(role: Option<Role>, relation: Relation, action: Action, audience: Audience) -> bool {
    use Action::*;
    let Some(role) = role else { return false };
    let at_this_school = !matches!(relation, Relation::OtherSchool | Relation::Revoked | Relation::Nobody);
    let student = role == Role::Student && relation == Relation::Own;
    let advisor = role == Role::Advisor && relation == Relation::SameAdvisory && audience >= Audience::Advisor;
    let permitted = role == Role::Advisor && relation == Relation::Permitted && audience >= Audience::Advisor;
    let family = role == Role::Family && relation == Relation::LinkedFamily && audience >= Audience::Family;
    let invited = role == Role::Family && relation == Relation::Invited && audience >= Audience::Conference;
    let classmate = role == Role::Student && relation == Relation::SameAdvisory && audience >= Audience::Conference;

    match action {
        RunSchool | ShapePrompts | ShapePlans | NameWhoHearsWorries => role == Role::Lead && at_this_school,
        SeeBoard | GuideAdvisory | OfferTimes => role == Role::Advisor && at_this_school,
        SeeTargets | SayOwnName | KeepAccount | SuggestWords | TakeBack | ReadRecord => at_this_school,
        KeepPassword => role != Role::Family && at_this_school,
        BeTold => role == Role::Family && at_this_school,
        TranslateTargets | HearWorries => matches!(role, Role::Advisor | Role::Lead) && at_this_school,

        // The student leads: nobody else can do these, not even for them.
        AddWork | ChangeWork | AskForCheck | AnswerFeedback | PlanNext | ArrangePortfolio | ShapeDefinition
        | TieEvidence | LeadConference => student,

        SeeWork => student || advisor || family || invited || permitted,
        SeeStudent | SeePortfolio | SeeSection => student || advisor || family || invited,
        SeeRoad => student || advisor || family || permitted,
        Contribute | Translate | WriteStatement | Affirm | SeeConference | SayWorry => student || advisor || family,
        GiveFeedback => advisor || permitted,
        RecordAnswer | TakeTimeBack | MakeCode => advisor,
        ArrangeStatements | AskForAnswers | OpenToFamily | SeeVisits | SeeMap | MoveConference | EndPermit => {
            student || advisor
        }
        CommentOnPlan => student || advisor || family || classmate,
        HelpRehearse | GivePeerFeedback => classmate,
        Reply | Testify => family,
        Commit => student || advisor || family,
        LookBack | HideWords => student || advisor,
        ChooseTime => family || advisor,
        SeePerson | PutPersonRight | TieFamily => advisor || (role == Role::Lead && at_this_school),
    }
}

/// How somebody stands to a student, ready to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What they do here.
    pub role: Role,
    /// How they stand to the student.
    pub relation: Relation,
}

impl Standing {
    /// Somebody with this role, in this relation.
    pub fn new(role: Role, relation: Relation) -> Self {
        Self { role, relation }
    }

    /// Whether they may do this with a thing meant for this audience.
    pub fn may(self, action: Action, audience: Audience) -> bool {
        may(Some(self.role), self.relation, action, audience)
    }

    /// Whether they may do this with what has no audience of its own.
    pub fn may_at_all(self, action: Action) -> bool {
        self.may(action, Audience::Conference)
    }

    /// The audiences with whose things they may do this; `None` when there is none. For queries that list things: always as
    /// many, the widest said again, to be bound by place.
    pub fn audiences(self, action: Action) -> Option<[Audience; Audience::ALL.len()]> {
        let mut open = Audience::ALL.iter().copied().filter(|audience| self.may(action, *audience));
        let narrowest = open.next()?;
        Some(std::array::from_fn(
            |place| if place == 0 { narrowest } else { open.next().unwrap_or(Audience::Conference) },
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Action::*;

    fn roles() -> impl Iterator<Item = Option<Role>> {
        Role::ALL.iter().copied().map(Some).chain([None])
    }

    /// The table once more, written the other way round: for each role and relation, what they may do at which
    /// audience. Whatever is not named here is forbidden.
    fn allowed(role: Option<Role>, relation: Relation) -> Vec<(Action, Audience)> {
        use Audience::*;
        let student = [
            SeeStudent,
            AddWork,
            SeeWork,
            SeeRoad,
            ChangeWork,
            AskForCheck,
            AnswerFeedback,
            SeeMap,
            PlanNext,
            SeePortfolio,
            ArrangePortfolio,
            ShapeDefinition,
            SeeSection,
            Contribute,
            Translate,
            WriteStatement,
            ArrangeStatements,
            TieEvidence,
            AskForAnswers,
            Affirm,
            LeadConference,
            MoveConference,
            SeeConference,
            CommentOnPlan,
            OpenToFamily,
            SeeVisits,
            EndPermit,
            Commit,
            LookBack,
            HideWords,
            SayWorry,
        ];
        let advisor = [
            SeeStudent,
            SeeWork,
            SeeRoad,
            SeeMap,
            GiveFeedback,
            MakeCode,
            HideWords,
            SayWorry,
            RecordAnswer,
            SeePortfolio,
            SeeSection,
            Contribute,
            Translate,
            WriteStatement,
            ArrangeStatements,
            AskForAnswers,
            Affirm,
            MoveConference,
            SeeConference,
            CommentOnPlan,
            ChooseTime,
            TakeTimeBack,
            OpenToFamily,
            SeeVisits,
            EndPermit,
            Commit,
            LookBack,
            SeePerson,
            PutPersonRight,
            TieFamily,
        ];
        let family = [
            SeeStudent,
            SeeWork,
            SeeRoad,
            SeePortfolio,
            SeeSection,
            Contribute,
            Translate,
            WriteStatement,
            Affirm,
            SeeConference,
            CommentOnPlan,
            ChooseTime,
            Reply,
            Testify,
            Commit,
            SayWorry,
        ];
        let with = |actions: &[Action], audiences: &[Audience]| -> Vec<(Action, Audience)> {
            actions.iter().flat_map(|action| audiences.iter().map(move |audience| (*action, *audience))).collect()
        };
        let here = matches!(
            relation,
            Relation::Own
                | Relation::SameAdvisory
                | Relation::OtherAdvisory
                | Relation::Permitted
                | Relation::LinkedFamily
                | Relation::UnlinkedFamily
                | Relation::Invited
        );
        let mut table = match (role, relation) {
            (Some(Role::Student), Relation::Own) => with(&student, Audience::ALL),
            (Some(Role::Student), Relation::SameAdvisory) => {
                with(&[CommentOnPlan, HelpRehearse, GivePeerFeedback], &[Conference])
            }
            (Some(Role::Advisor), Relation::SameAdvisory) => with(&advisor, &[Advisor, Family, Conference]),
            (Some(Role::Advisor), Relation::Permitted) => {
                with(&[SeeWork, SeeRoad, GiveFeedback], &[Advisor, Family, Conference])
            }
            (Some(Role::Family), Relation::LinkedFamily) => with(&family, &[Family, Conference]),
            (Some(Role::Family), Relation::Invited) => {
                with(&[SeeStudent, SeeWork, SeePortfolio, SeeSection], &[Conference])
            }
            _ => Vec::new(),
        };
        if here {
            match role {
                Some(Role::Lead) => table.extend(with(
                    &[
                        RunSchool,
                        ShapePrompts,
                        ShapePlans,
                        NameWhoHearsWorries,
                        HearWorries,
                        TranslateTargets,
                        SeeTargets,
                        SayOwnName,
                        KeepAccount,
                        KeepPassword,
                        SuggestWords,
                        TakeBack,
                        ReadRecord,
                        SeePerson,
                        PutPersonRight,
                        TieFamily,
                    ],
                    Audience::ALL,
                )),
                Some(Role::Advisor) => table.extend(with(
                    &[
                        SeeBoard,
                        GuideAdvisory,
                        OfferTimes,
                        HearWorries,
                        TranslateTargets,
                        SeeTargets,
                        SayOwnName,
                        KeepAccount,
                        KeepPassword,
                        SuggestWords,
                        TakeBack,
                        ReadRecord,
                    ],
                    Audience::ALL,
                )),
                Some(Role::Family) => {
                    let own = [SeeTargets, SayOwnName, KeepAccount, SuggestWords, TakeBack, ReadRecord, BeTold];
                    table.extend(with(&own, Audience::ALL));
                }
                Some(_) => {
                    let own = [SeeTargets, SayOwnName, KeepAccount, KeepPassword, SuggestWords, TakeBack, ReadRecord];
                    table.extend(with(&own, Audience::ALL));
                }
                None => {}
            }
        }
        table
    }

    #[test]
    fn everyone_may_do_what_the_table_says_and_nothing_else() {
        let mut asked = 0;
        for role in roles() {
            for relation in Relation::ALL {
                let allowed = allowed(role, *relation);
                for action in Action::ALL {
                    for audience in Audience::ALL {
                        let expected = allowed.contains(&(*action, *audience));
                        let answer = may(role, *relation, *action, *audience);
                        assert_eq!(answer, expected, "{role:?}, {relation:?}, {action:?}, {audience:?}");
                        asked += 1;
                    }
                }
            }
        }
        assert_eq!(asked, 5 * 10 * Action::ALL.len() * 4);
    }

    #[test]
    fn what_is_for_me_is_seen_by_nobody_else() {
        for role in roles() {
            for relation in Relation::ALL {
                if (role, *relation) != (Some(Role::Student), Relation::Own) {
                    for action in [SeeWork, SeeSection, Contribute, WriteStatement, GiveFeedback, Affirm] {
                        assert!(!may(role, *relation, action, Audience::Me), "{role:?}, {relation:?}, {action:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_wider_audience_never_takes_anything_away() {
        for role in roles() {
            for relation in Relation::ALL {
                for action in Action::ALL {
                    let answers: Vec<bool> = Audience::ALL.iter().map(|a| may(role, *relation, *action, *a)).collect();
                    assert!(answers.is_sorted(), "{role:?}, {relation:?}, {action:?}: {answers:?}");
                }
            }
        }
    }

    #[test]
    fn a_list_shows_what_each_thing_in_it_would() {
        for role in Role::ALL {
            for relation in Relation::ALL {
                let standing = Standing::new(*role, *relation);
                for action in Action::ALL {
                    let open = standing.audiences(*action);
                    for audience in Audience::ALL {
                        let listed = open.is_some_and(|open| open.contains(audience));
                        assert_eq!(listed, standing.may(*action, *audience), "{role:?}, {relation:?}, {action:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_adult_leads_in_the_students_place() {
        for role in [Role::Family, Role::Advisor, Role::Lead] {
            for relation in Relation::ALL {
                let own =
                    [AddWork, ChangeWork, AskForCheck, ArrangePortfolio, ShapeDefinition, TieEvidence, LeadConference];
                for action in own {
                    assert!(!may(Some(role), *relation, action, Audience::Conference));
                }
            }
        }
    }
}
