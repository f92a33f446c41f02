//! The school says how much room there is for files.

use crate::promise;

promise!(a_lead_says_how_big_files_may_be, |world| {
    let mut lead = world.lead().await;
    let room = "/school/room";
    lead.get(room).await.ok().see("2048").see("10240");
    lead.post(room, &[("file_mb", "500"), ("student_mb", "2000")]).await.leads_to(room);
    lead.get(room).await.ok().see("500").see("2000");
    for (file, student) in
        [("", "2000"), ("500", "lots"), ("-1", "2000"), ("9", "2000"), ("500", "99999999999999999999")]
    {
        lead.post(room, &[("file_mb", file), ("student_mb", student)]).await.is(422).see(file);
    }
    lead.post(room, &[("file_mb", "600"), ("student_mb", "500")]).await.is(422).see("cannot be bigger");
    world.student().await.get(room).await.is(403);
    world.as_(&world.people.other_school_lead).await.get(room).await.ok().see("2048");
});
