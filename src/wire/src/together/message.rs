//! What browser and server say to each other in a room: a byte for what it is, then its parts, each with its length.

/// What a browser says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientMessage {
    /// An edit, and its number, for the server to say that it is kept.
    Edit { number: u32, edit: Vec<u8> },
    /// Where the writer is: a mark of the shared text.
    At { mark: Vec<u8> },
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerMessage {
    /// The first word: the client id to write with, the writer's seat, everything that is written, and what the server has
    /// seen.
    Welcome { client_id: u64, seat: u32, whole: Vec<u8>, seen: Vec<u8> },
    /// Somebody else's edit.
    Edit { edit: Vec<u8> },
    /// The edit with this number, and all before it, will not be lost any more.
    Kept { number: u32 },
    /// Who is here.
    People { people: Vec<Presence> },
    /// It ends: the link, or the door to this section, is closed.
    Over,
    /// The edit with this number was not taken: with it the words would be longer than fits. It may come again, with what
    /// comes after it, for somebody who has seen so much.
    Full { number: u32, seen: Vec<u8> },
    /// Words were taken back that stood here: what a window remembers of how it read before is to be forgotten.
    Blanked,
}

/// Somebody who is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    pub seat: u32,
    /// As the others call them.
    pub name: String,
    /// `student`, `family` or `school`: their mark.
    pub voice: String,
    /// Where they write, if they do.
    pub mark: Vec<u8>,
}

/// Bytes that are no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no note")]
pub struct NotAMessage;

impl ClientMessage {
    /// As it goes over the wire.
    pub fn written(&self) -> Vec<u8> {
        match self {
            Self::Edit { number, edit } => Writer::new(1).number(*number).bytes(edit).0,
            Self::At { mark } => Writer::new(2).bytes(mark).0,
        }
    }

    /// As it came over the wire.
    ///
    /// # Errors
    /// When it is something else.
    pub fn read(bytes: &[u8]) -> Result<Self, NotAMessage> {
        let mut reader = MessageReader(bytes);
        let said = match reader.byte()? {
            1 => Self::Edit { number: reader.number()?, edit: reader.bytes()? },
            2 => Self::At { mark: reader.bytes()? },
            _ => return Err(NotAMessage),
        };
        reader.end(said)
    }
}

impl ServerMessage {
    /// As it goes over the wire.
    pub fn written(&self) -> Vec<u8> {
        match self {
            Self::Welcome { client_id, seat, whole, seen } => {
                Writer::new(1).bytes(&client_id.to_le_bytes()).number(*seat).bytes(whole).bytes(seen).0
            }
            Self::Edit { edit } => Writer::new(2).bytes(edit).0,
            Self::Kept { number } => Writer::new(3).number(*number).0,
            Self::People { people } => {
                people
                    .iter()
                    .fold(Writer::new(4).number(people.len() as u32), |writer, person| {
                        let Presence { seat, name, voice, mark } = person;
                        writer.number(*seat).bytes(name.as_bytes()).bytes(voice.as_bytes()).bytes(mark)
                    })
                    .0
            }
            Self::Over => Writer::new(5).0,
            Self::Full { number, seen } => Writer::new(6).number(*number).bytes(seen).0,
            Self::Blanked => Writer::new(7).0,
        }
    }

    /// As it came over the wire.
    ///
    /// # Errors
    /// When it is something else.
    pub fn read(bytes: &[u8]) -> Result<Self, NotAMessage> {
        let mut reader = MessageReader(bytes);
        let heard = match reader.byte()? {
            1 => {
                let client_id = reader.bytes()?.try_into().map_err(|_| NotAMessage)?;
                let (client_id, seat) = (u64::from_le_bytes(client_id), reader.number()?);
                Self::Welcome { client_id, seat, whole: reader.bytes()?, seen: reader.bytes()? }
            }
            2 => Self::Edit { edit: reader.bytes()? },
            3 => Self::Kept { number: reader.number()? },
            4 => {
                let count = reader.number()?;
                let people = (0..count.min(1000)).map(|_| reader.person()).collect::<Result<_, _>>()?;
                Self::People { people }
            }
            5 => Self::Over,
            6 => Self::Full { number: reader.number()?, seen: reader.bytes()? },
            7 => Self::Blanked,
            _ => return Err(NotAMessage),
        };
        reader.end(heard)
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn new(what: u8) -> Self {
        Self(vec![what])
    }

    fn number(mut self, number: u32) -> Self {
        self.0.extend(number.to_le_bytes());
        self
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        let mut writer = self.number(bytes.len() as u32);
        writer.0.extend(bytes);
        writer
    }
}

struct MessageReader<'b>(&'b [u8]);

impl MessageReader<'_> {
    fn byte(&mut self) -> Result<u8, NotAMessage> {
        let (first, rest) = self.0.split_first().ok_or(NotAMessage)?;
        self.0 = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<u32, NotAMessage> {
        let (number, rest) = self.0.split_first_chunk().ok_or(NotAMessage)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*number))
    }

    fn bytes(&mut self) -> Result<Vec<u8>, NotAMessage> {
        let long = self.number()? as usize;
        let (bytes, rest) = self.0.split_at_checked(long).ok_or(NotAMessage)?;
        self.0 = rest;
        Ok(bytes.to_vec())
    }

    fn words(&mut self) -> Result<String, NotAMessage> {
        String::from_utf8(self.bytes()?).map_err(|_| NotAMessage)
    }

    fn person(&mut self) -> Result<Presence, NotAMessage> {
        Ok(Presence { seat: self.number()?, name: self.words()?, voice: self.words()?, mark: self.bytes()? })
    }

    fn end<T>(self, note: T) -> Result<T, NotAMessage> {
        if self.0.is_empty() { Ok(note) } else { Err(NotAMessage) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        proptest::collection::vec(any::<u8>(), 0..40)
    }

    proptest! {
        #[test]
        fn what_is_said_is_what_is_read(number: u32, edit in bytes(), mark in bytes()) {
            for said in [ClientMessage::Edit { number, edit: edit.clone() }, ClientMessage::At { mark: mark.clone() }] {
                prop_assert_eq!(ClientMessage::read(&said.written()), Ok(said));
            }
        }

        #[test]
        fn what_is_answered_is_what_is_heard(
            client_id: u64, seat: u32, whole in bytes(), seen in bytes(), name in ".{0,20}", number: u32,
        ) {
            let person = Presence { seat, name, voice: "family".into(), mark: seen.clone() };
            for heard in [
                ServerMessage::Welcome { client_id, seat, whole: whole.clone(), seen: seen.clone() },
                ServerMessage::Edit { edit: whole },
                ServerMessage::Kept { number },
                ServerMessage::People { people: vec![person.clone(), person] },
                ServerMessage::Over,
                ServerMessage::Full { number, seen },
                ServerMessage::Blanked,
            ] {
                prop_assert_eq!(ServerMessage::read(&heard.written()), Ok(heard));
            }
        }

        #[test]
        fn anything_else_is_no_note_and_no_harm(bytes in bytes()) {
            if let Ok(said) = ClientMessage::read(&bytes) {
                prop_assert_eq!(said.written(), bytes.clone());
            }
            let _ = ServerMessage::read(&bytes);
        }
    }
}
