//! What Kinfolio promises, tested through the whole router and a real store: one file a promise.
//!
//! Every test made with [`promise!`] runs twice, on SQLite and on PostgreSQL.

mod filled;
mod growing;
mod path;
mod things;
mod visitor;
mod walk;
mod world;
mod writing;

mod adding;
mod answering;
mod bodies;
mod called;
mod coming_in;
mod definition;
mod device;
mod evidence;
mod hiding;
mod hostile_documents;
mod hostile_media;
mod keeping;
mod listening;
mod live;
mod mail;
mod mastery;
mod moments;
mod operating;
mod own_language;
mod people;
mod planning;
mod portfolio;
mod problems;
mod prompts;
mod rehearsing;
mod rendering;
mod room;
mod shell;
mod sockets;
mod tables;
mod taking_back;
mod targets;
mod testimony;
mod their_words;
mod times;
mod together;
mod trust;
mod twice;
mod voice;
mod way_in;
mod ways_in;
mod words_back;
mod work;
