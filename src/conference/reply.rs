//! What family members say back.

use crate::at::At;
use crate::field;
use crate::id::{PersonId, ReplyId, SoundId};
use crate::language::Language;
use crate::words::{Problem, Problems, limit, optional_text};

kinds! {
    /// How a reply begins.
    pub enum Starter {
        /// "I noticed…"
        Noticed = "noticed",
        /// "I am proud…"
        Proud = "proud",
        /// "I wonder…"
        Wonder = "wonder",
        /// "At home we…"
        Home = "home",
        /// In their own way.
        Own = "own",
    }
}

/// What a family member said back.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Reply {
    pub id: ReplyId,
    pub author_id: PersonId,
    pub author: String,
    /// In the author's own words: "tía". Empty when they are kin no longer.
    pub kinship: String,
    pub starter: Starter,
    #[sqlx(flatten)]
    pub said: Said,
    /// Raised with every change.
    pub version: i64,
    pub made_at: At,
    /// What the student wrote back; empty until they do.
    pub letter: String,
    /// The tag of its language.
    pub letter_language: String,
    /// When its author took it back; the letter stays.
    pub withdrawn_at: Option<At>,
}

/// What a reply says: typed, spoken, or both.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Said {
    pub text: String,
    #[sqlx(rename = "sound_id")]
    pub sound: Option<SoundId>,
    /// What is said in the recording, in words.
    pub transcript: String,
    pub language: Language,
}

impl Said {
    /// Typed words.
    pub fn typed(text: impl Into<String>, language: Language) -> Self {
        Self { text: text.into(), sound: None, transcript: String::new(), language }
    }

    /// Whether there is nothing to read and nothing to hear.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.sound.is_none()
    }
}

/// A reply as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedReply<'a> {
    pub starter: &'a str,
    pub text: &'a str,
    /// The recording that came with it, when it is its author's.
    pub sound: Option<SoundId>,
    pub transcript: &'a str,
    pub language: &'a str,
}

impl Said {
    /// What was typed, checked, and how it begins. `problems` are those of the recording.
    ///
    /// # Errors
    /// What is wrong, field by field. Nothing to read and nothing to hear is said at `text`, unless something is wrong
    /// with the recording.
    pub fn checked(typed: &TypedReply<'_>, mut problems: Problems) -> Result<(Starter, Self), Problems> {
        let mut text = problems.take(field::TEXT, optional_text(typed.text, limit::WORDS));
        let mut transcript = problems.take(field::TRANSCRIPT, optional_text(typed.transcript, limit::WORDS));
        if typed.sound.is_none() {
            // Words about a recording that is not there are words all the same.
            let parts = [text, std::mem::take(&mut transcript)].into_iter().filter(|part| !part.is_empty());
            text = parts.collect::<Vec<_>>().join("\n\n");
        }
        // Nothing is chosen for anybody: who chose no beginning speaks in their own way.
        let starter = match typed.starter {
            "" => Some(Starter::Own),
            chosen => problems.chosen(field::STARTER, Starter::named(chosen)),
        };
        let language = problems.language(typed.language);
        let said = Self { text, sound: typed.sound.clone(), transcript, language };
        if said.is_empty() && problems.of(field::SOUND).is_none() {
            problems.note(field::TEXT, Problem::Missing);
        }
        match starter {
            Some(starter) => problems.or((starter, said)),
            None => Err(problems),
        }
    }
}

/// What somebody wanted to say back when it was too late.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Late {
    pub id: ReplyId,
    pub starter: Starter,
    #[sqlx(flatten)]
    pub said: Said,
}

mod store {
    use super::*;
    use crate::conference::Conference;
    use crate::day::Day;
    use crate::hidden::in_sight;
    use crate::id::ConferenceId;
    use crate::person::Viewer;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    /// So many late replies of one person to one conference are kept.
    const MOST_LATE: i64 = 20;

    /// Replies, chosen and ordered as the words after say.
    macro_rules! replies {
        ($rest:literal) => {
            concat!(
                "SELECT reply.id, author_id, person.name AS author, COALESCE(kinship.words, '') AS kinship, starter, text,
                    sound_id, transcript, reply.language, reply.version, made_at, letter, letter_language,
                    reply.withdrawn_at
                 FROM reply JOIN person ON person.id = author_id
                 JOIN conference ON conference.id = conference_id
                 LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = conference.student_id ",
                $rest
            )
        };
    }

    impl Conference {
        /// What family members said back, in the order in which they said it; what is hidden only for whoever said it.
        pub async fn replies(&self, conn: &mut Conn, looks: &PersonId) -> Result<Vec<Reply>, StoreError> {
            all!(
                conn,
                concat!(
                    replies!("WHERE reply.school_id = $1 AND conference_id = $2 AND "),
                    in_sight!("reply", "$3"),
                    " ORDER BY made_at, reply.id"
                ),
                &self.school_id,
                &self.id,
                looks
            )
        }

        /// Says something back. Sent twice, it is said once.
        pub async fn reply(
            &self,
            tx: &mut Tx,
            author: &Viewer,
            id: &ReplyId,
            (starter, said): (Starter, &Said),
            now: At,
        ) -> Result<Saved, StoreError> {
            run!(
                tx,
                "INSERT INTO reply (id, school_id, conference_id, author_id, starter, text, sound_id, transcript, language,
                    made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
                id,
                &self.school_id,
                &self.id,
                &author.person_id,
                starter,
                &said.text,
                &said.sound,
                &said.transcript,
                &said.language,
                now
            )?;
            let there = Reply::find(tx, author, id).await?;
            Ok(Saved::if_theirs(there.is_some_and(|(of, reply)| of == self.id && reply.author_id == author.person_id)))
        }

        /// Keeps what somebody wanted to say after the last day: for them alone, until it can be said. A form sent again
        /// takes the place of what it brought before.
        pub async fn keep_late(
            &self,
            tx: &mut Tx,
            author: &Viewer,
            id: &ReplyId,
            (starter, said): (Starter, &Said),
            now: At,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO late_reply (id, school_id, conference_id, author_id, starter, text, sound_id, transcript,
                    language, made_at)
                 SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
                 WHERE (SELECT count(*) FROM late_reply WHERE conference_id = $3 AND author_id = $4 AND id <> $1) < $11
                 ON CONFLICT (id) DO UPDATE SET starter = excluded.starter, text = excluded.text,
                    sound_id = excluded.sound_id, transcript = excluded.transcript, language = excluded.language
                 WHERE late_reply.author_id = excluded.author_id AND late_reply.conference_id = excluded.conference_id",
                id,
                &self.school_id,
                &self.id,
                &author.person_id,
                starter,
                &said.text,
                &said.sound,
                &said.transcript,
                &said.language,
                now,
                MOST_LATE
            )?;
            Ok(())
        }

        /// What somebody wanted to say too late, the first of it.
        pub async fn late(&self, conn: &mut Conn, author: &PersonId) -> Result<Option<Late>, StoreError> {
            maybe!(
                conn,
                "SELECT id, starter, text, sound_id, transcript, language FROM late_reply
                 WHERE school_id = $1 AND conference_id = $2 AND author_id = $3 ORDER BY made_at, id",
                &self.school_id,
                &self.id,
                author
            )
        }

        /// It was said after all.
        pub async fn forget_late(&self, tx: &mut Tx, author: &PersonId, id: &ReplyId) -> Result<(), StoreError> {
            run!(
                tx,
                "DELETE FROM late_reply WHERE id = $1 AND author_id = $2 AND conference_id = $3",
                id,
                author,
                &self.id
            )?;
            Ok(())
        }

        /// Chooses the last day on which families say something back; the usual one, when none is named.
        pub async fn take_replies_until(&self, tx: &mut Tx, day: Option<Day>) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE conference SET replies_until = $1 WHERE school_id = $2 AND id = $3",
                day,
                &self.school_id,
                &self.id
            )?;
            Ok(())
        }
    }

    impl Reply {
        /// The reply of the viewer's school with this id, unless it is hidden from them, and the conference it was said to.
        pub async fn find(
            conn: &mut Conn,
            viewer: &Viewer,
            id: &ReplyId,
        ) -> Result<Option<(ConferenceId, Self)>, StoreError> {
            let school = &viewer.school_id;
            let of: Option<(ConferenceId,)> =
                maybe!(conn, "SELECT conference_id FROM reply WHERE school_id = $1 AND id = $2", school, id)?;
            let reply = maybe!(
                conn,
                concat!(replies!("WHERE reply.school_id = $1 AND reply.id = $2 AND "), in_sight!("reply", "$3")),
                school,
                id,
                &viewer.person_id
            )?;
            Ok(of.map(|(of,)| of).zip(reply))
        }

        /// Puts it in other words, when it still is the one that the change was made from.
        pub async fn reword(
            &self,
            tx: &mut Tx,
            made_from: i64,
            (starter, said): (Starter, &Said),
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE reply SET starter = $1, text = $2, sound_id = $3, transcript = $4, language = $5,
                    version = version + 1
                 WHERE id = $6 AND author_id = $7 AND version = $8 AND withdrawn_at IS NULL",
                starter,
                &said.text,
                &said.sound,
                &said.transcript,
                &said.language,
                &self.id,
                &self.author_id,
                made_from
            )?;
            Ok(Saved::unless_stale(changed))
        }

        /// The student writes back; written again, the later letter stands.
        pub async fn write_back(
            &self,
            tx: &mut Tx,
            letter: &str,
            language: &Language,
            now: At,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE reply SET letter = $1, letter_language = $2, letter_at = $3 WHERE id = $4",
                letter,
                language,
                now,
                &self.id
            )?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedReply<'static> {
        TypedReply { starter: "proud", language: "es", ..TypedReply::default() }
    }

    fn checked(typed: &TypedReply<'_>) -> Result<(Starter, Said), Problems> {
        Said::checked(typed, Problems::default())
    }

    #[test]
    fn a_reply_is_typed_or_spoken_or_both() {
        let (starter, said) = checked(&TypedReply { text: " Bien.\r\n", ..typed() }).unwrap();
        assert_eq!((starter, said.text.as_str()), (Starter::Proud, "Bien."));
        let spoken = TypedReply { sound: Some(SoundId::new()), transcript: "Bien dicho.", ..typed() };
        let (_, said) = checked(&spoken).unwrap();
        assert_eq!((said.text.as_str(), said.transcript.as_str()), ("", "Bien dicho."));
    }

    #[test]
    fn words_about_a_recording_that_is_not_there_are_words_all_the_same() {
        let (_, said) = checked(&TypedReply { text: "One.", transcript: "Two.", ..typed() }).unwrap();
        assert_eq!((said.text.as_str(), said.transcript.as_str()), ("One.\n\nTwo.", ""));
    }

    #[test]
    fn who_chose_no_beginning_speaks_in_their_own_way() {
        let (starter, _) = checked(&TypedReply { starter: "", text: "Sí.", ..typed() }).unwrap();
        assert_eq!(starter, Starter::Own);
    }

    #[test]
    fn a_reply_with_nothing_in_it_says_what_is_missing() {
        let empty = TypedReply { text: "\u{0000}\u{200B}", ..typed() };
        assert_eq!(checked(&empty), Err(Problems::from([(field::TEXT, Problem::Missing)])));
        let came = Problems::from([(field::SOUND, Problem::NotASound)]);
        assert_eq!(Said::checked(&empty, came.clone()), Err(came), "what is wrong with the recording is enough");
        let long = "a".repeat(limit::WORDS + 1);
        let hostile = TypedReply { text: &long, starter: "<script>", language: "\u{0000}", ..TypedReply::default() };
        assert_eq!(
            checked(&hostile),
            Err(Problems::from([
                (field::TEXT, Problem::TooLong { max: limit::WORDS }),
                (field::STARTER, Problem::Choose),
                (field::LANGUAGE, Problem::Choose),
            ]))
        );
    }
}
