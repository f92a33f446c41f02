//! Names of things that cannot be guessed or counted: UUIDv7, so that they also sort by age.

use serde::{Deserialize, Serialize};

/// A text that has not the shape of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the shape of an id")]
pub struct NoId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NoId;
            fn try_from(text: String) -> Result<Self, NoId> {
                Self::parse(&text).ok_or(NoId)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NoId;
            fn from_str(text: &str) -> Result<Self, NoId> {
                Self::parse(text).ok_or(NoId)
            }
        }

        impl $name {
            /// A new one, unlike any other.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(uuid::Uuid::now_v7().to_string())
            }

            /// The id a form or an address carries, if it has the shape of one.
            pub fn parse(text: &str) -> Option<Self> {
                let id = uuid::Uuid::try_parse(text.trim()).ok()?;
                Some(Self(id.to_string()))
            }

            /// As it stands in addresses and forms.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A school.
    SchoolId,
    /// A student, a family member, an advisor or a school lead.
    PersonId,
    /// The group an advisor accompanies.
    AdvisoryId,
    /// That somebody stands in for an advisor.
    StandInId,
    /// That somebody is let in to something of a student's.
    PermitId,
    /// A line of the record.
    RecordLineId,
    /// A revocable way in for one person.
    GrantId,
    /// One use of a grant.
    VisitId,
    /// That a way into somebody's account was changed.
    NoticeId,
    /// A learning target.
    TargetId,
    /// A file of a work that is no picture.
    FileId,
    /// An upload: a file on its way to a work.
    UploadId,
    /// A work.
    WorkId,
    /// Something said beside a definition's words.
    RemarkId,
    /// One version of a work.
    RevisionId,
    /// A picture of a work.
    PictureId,
    /// Feedback on a revision.
    FeedbackId,
    /// A mastery check.
    CheckId,
    /// What was said to another form of showing mastery.
    WishAnswerId,
    /// What a student means to do next.
    AimId,
    /// A few targets that an advisory is about for some weeks.
    UnitId,
    /// Some students around a target, for a while.
    GatheringId,
    /// A shelf of a portfolio.
    ShelfId,
    /// What somebody of the family tells about a student.
    TestimonyId,
    /// A definition of success.
    DefinitionId,
    /// A school's own prompt.
    SchoolPromptId,
    /// What one person brought to a section.
    ContributionId,
    /// A contribution in another language.
    TranslationId,
    /// Words in another language or read aloud, beside others.
    RenditionId,
    /// A recording.
    SoundId,
    /// A picture of something on paper.
    PhotoId,
    /// Agreed "we" wording.
    StatementId,
    /// What speaks for a statement.
    EvidenceId,
    /// A version of a definition that people were asked to answer.
    VersionId,
    /// One person's answer to a version.
    AffirmationId,
    /// A conference.
    ConferenceId,
    /// One part of a conference's plan.
    MomentId,
    /// What a family member says back.
    ReplyId,
    /// Something noted while leading a conference.
    NoteId,
    /// A promise made at a conference.
    CommitmentId,
    /// A time that is offered for a conference.
    TimeId,
    /// A time that somebody has chosen.
    ChoiceId,
    /// Something said beside a conference's plan.
    CommentId,
    /// A school's own plan to start from.
    PlanTemplateId,
    /// What a school wants looked at before a conference.
    ReadinessItemId,
    /// A run-through of a conference.
    RehearsalId,
    /// What a partner says about a run-through.
    RehearsalFeedbackId,
    /// Something in a bin.
    BinnedId,
    /// Something that can still be undone.
    UndoId,
    /// A worry about a child that somebody said.
    WorryId,
    /// That somebody hears of worries, for a time.
    WorryHearerId,
    /// What was done about a worry.
    WorryNoteId,
    /// That somebody opened a worry.
    WorryOpeningId,
}
