//! Readers who take one byte a second of everything there is: big pages, big files, rooms. Others hardly notice.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use kinfolio::id::WorkId;
use kinfolio_testkit::outside::{How, Or, Program, addresses};
use rustix::net::sockopt::set_socket_recv_buffer_size;

use crate::hostile::watched;
use crate::servers::a_statement;
use crate::window::{Window, line};
use crate::writing::{STUDENTS, add_work};
use crate::{alone, demo_school, figure, length, runtime};

#[test]
fn slow_readers_cost_others_next_to_nothing() -> Or<()> {
    let _turn = alone();
    let program = demo_school(How::default())?;
    let student = program.sign_in(STUDENTS[0])?;
    let (page, file) = (a_big_page(&program, &student)?, a_big_file(&program, &student)?);
    let statement = a_statement(&program, &student)?;
    let family = program.sign_in("Ofelia Lara")?;
    let seen = watched(&program, &family, || {
        let mut readers = Vec::new();
        for _ in 0..length().or(40, 150) {
            readers.push(SlowReader::of(&program, &page, &student)?);
            readers.push(SlowReader::of(&program, &file, &student)?);
        }
        // Longer than whoever takes up nothing at all is borne.
        let until = Instant::now() + length().or(Duration::from_secs(3), Duration::from_secs(75));
        std::thread::scope(|threads| -> Or<()> {
            let room = threads.spawn(|| sits_and_reads_nothing(&program, &statement, &student, until));
            while Instant::now() < until {
                readers.retain_mut(SlowReader::takes_a_byte);
                std::thread::sleep(Duration::from_secs(1));
            }
            println!("  {} slow readers are still there", readers.len());
            room.join().map_err(|_| "the room broke off")?
        })
    })?;
    figure("slow_growth_mb", seen.growth_mb, "MB", 256.0);
    figure("slow_page_ms", seen.page_ms, "ms", 1000.0);
    assert!(seen.growth_mb <= 256.0, "slow readers took {} MB", seen.growth_mb);
    assert!(seen.page_ms <= length().or(10_000.0, 1000.0), "a page of somebody else took {} ms", seen.page_ms);
    Ok(())
}

/// The page of a work with as many words as one takes.
fn a_big_page(program: &Program, student: &str) -> Or<String> {
    let id = WorkId::new().to_string();
    let words = "Every word of it is worth the wait. ".repeat(2_500);
    match add_work(program, student, &id, &words)?.status {
        303 => Ok(format!("/work/{id}")),
        status => Err(format!("a big work is answered with {status}").into()),
    }
}

/// A recording of many megabytes.
fn a_big_file(program: &Program, student: &str) -> Or<String> {
    let length = 8_u32 << 20;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + length).to_le_bytes());
    // One channel, 8,000 samples a second, two bytes each.
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0data");
    bytes.extend(length.to_le_bytes());
    bytes.extend((0..length).map(|place| (place % 251) as u8));
    let id = WorkId::new().to_string();
    let file = Some(("pictures", "drums.wav", bytes.as_slice()));
    program.post_file("/work/quick", student, &[("id", &id)], file)?;
    let page = program.get_text(&format!("/work/{id}"), student)?;
    let own = |way: &String| way.starts_with("/file/") && way.matches('/').count() == 2;
    addresses(&page, "src=\"").into_iter().find(own).ok_or_else(|| "the recording is not there".into())
}

/// Somebody who asked for something and takes it up byte by byte.
struct SlowReader(TcpStream);

impl SlowReader {
    fn of(program: &Program, path: &str, cookie: &str) -> Or<Self> {
        let host = program.address("").replace("http://", "");
        let mut wire = TcpStream::connect(&host)?;
        set_socket_recv_buffer_size(&wire, 4096)?;
        wire.set_read_timeout(Some(Duration::from_millis(1)))?;
        wire.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n").as_bytes())?;
        Ok(Self(wire))
    }

    /// Whether the other side is still there.
    fn takes_a_byte(&mut self) -> bool {
        match self.0.read(&mut [0]) {
            Ok(taken) => taken == 1,
            Err(error) => matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut),
        }
    }
}

/// As many windows as one person may have read nothing of what somebody writes.
fn sits_and_reads_nothing(program: &Program, statement: &str, student: &str, until: Instant) -> Or<()> {
    let advisor = program.sign_in("Ruth Adeyemi")?;
    runtime()?.block_on(async {
        let mut deaf = Vec::new();
        for _ in 0..16 {
            deaf.extend(line(&program.address(""), statement, &advisor).await);
        }
        assert!(!deaf.is_empty(), "nobody was let into the room");
        let mut window = Window::of(&program.address(""), statement, student);
        window.come_in().await?;
        let mut number = 0;
        while Instant::now() < until {
            number += 1;
            window.writes(&format!("{number} words that nobody hears. ").repeat(40)).await;
            window.listens(Duration::from_millis(100)).await;
        }
        println!("  {number} edits into a room of {} who hear nothing", deaf.len());
        Ok(())
    })
}
