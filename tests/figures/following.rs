//! Many conferences at once: how long a step takes from whoever leads to those who follow, until they have all they show.

use std::time::{Duration, Instant};

use kinfolio_testkit::outside::Or;

use futures::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// Who follows each conference.
const FOLLOWERS: usize = 6;
/// How often whoever leads goes on: far more often than anybody would.
const STEP: Duration = Duration::from_millis(4000);
/// How many steps of each conference are measured.
const STEPS: usize = 6;

/// Conferences, and the cookies of who leads and who follows them.
pub struct Conferences {
    pub ids: Vec<String>,
    pub leader: String,
    pub follower: String,
}

/// What following costs.
pub struct Following {
    /// From a step to a follower who has everything, at the median, in milliseconds.
    pub millis: f64,
    /// What a follower's device reads for one step, beyond the works' own bytes, at most.
    pub bytes: usize,
}

type Line = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn line(server: &str, conference: &str, cookie: &str) -> Or<Line> {
    let address = format!("{}/conference/{conference}/room", server.replace("http://", "ws://"));
    let mut request = address.into_client_request()?;
    request.headers_mut().insert("Cookie", cookie.parse()?);
    request.headers_mut().insert("Origin", server.parse()?);
    Ok(connect_async(request).await?.0)
}

/// Reads a page as a browser would, compressed; how many bytes came.
async fn read(server: &str, path: &str, cookie: &str) -> Or<usize> {
    let host = server.trim_start_matches("http://");
    let mut wire = TcpStream::connect(host).await?;
    let asked = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
    );
    wire.write_all(asked.as_bytes()).await?;
    let mut answer = Vec::new();
    wire.read_to_end(&mut answer).await?;
    if !answer.starts_with(b"HTTP/1.1 200") {
        return Err(format!("{path} answers {}", String::from_utf8_lossy(&answer[..answer.len().min(40)])).into());
    }
    Ok(answer.len())
}

/// Where a message says that the conference is.
fn place(message: &[u8]) -> Option<i64> {
    serde_json::from_slice::<serde_json::Value>(message).ok()?["now"]["place"].as_i64()
}

/// Leads a conference and follows it, and gives the times and the most bytes.
async fn lead(
    server: String,
    conference: String,
    leader: String,
    follower: String,
    late: Duration,
) -> Or<(Vec<f64>, usize)> {
    let mut leading = line(&server, &conference, &leader).await?;
    let mut following = Vec::new();
    for _ in 0..FOLLOWERS {
        following.push(line(&server, &conference, &follower).await?);
    }
    tokio::time::sleep(late).await;
    let (mut times, mut most) = (Vec::new(), 0);
    for step in 0..STEPS as i64 {
        let to = step % 7 + 1;
        let began = Instant::now();
        leading.send(Message::Binary(format!("{{\"to\":{to}}}").into_bytes().into())).await?;
        let each = following.iter_mut().map(|line| {
            let (server, path, cookie) = (&server, format!("/conference/{conference}/follow"), &follower);
            async move {
                loop {
                    let message = line.next().await.ok_or("the conference closed")??.into_data();
                    if place(&message) == Some(to) {
                        let bytes = message.len() + read(server, &path, cookie).await?;
                        return Ok::<_, Box<dyn std::error::Error + Send + Sync>>((began.elapsed(), bytes));
                    }
                }
            }
        });
        let all = tokio::time::timeout(Duration::from_secs(20), futures::future::try_join_all(each)).await??;
        for (time, bytes) in all {
            times.push(time.as_secs_f64() * 1000.0);
            most = most.max(bytes);
        }
        tokio::time::sleep(STEP.saturating_sub(began.elapsed())).await;
    }
    Ok((times, most))
}

/// Leads all of these at once.
pub fn follow(server: &str, conferences: &Conferences) -> Or<Following> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let all = conferences.ids.len() as u32;
        let tasks: Vec<_> = conferences
            .ids
            .iter()
            .zip(0..)
            .map(|(id, number)| {
                // Nobody begins at the same moment.
                let late = STEP * number / all;
                let (leader, follower) = (conferences.leader.clone(), conferences.follower.clone());
                tokio::spawn(lead(server.to_owned(), id.clone(), leader, follower, late))
            })
            .collect();
        let (mut times, mut bytes) = (Vec::new(), 0);
        for task in tasks {
            let (of_one, most) = task.await??;
            times.extend(of_one);
            bytes = bytes.max(most);
        }
        times.sort_by(f64::total_cmp);
        eprintln!(
            "  {} steps seen, the slowest after {:.0} ms",
            times.len(),
            times.last().copied().unwrap_or_default()
        );
        Ok(Following { millis: times[times.len() / 2], bytes })
    })
}
