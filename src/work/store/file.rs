//! The files of works in the database.

use super::*;
use crate::id::FileId;
use crate::language::Language;
use crate::media::KeptFile;
use crate::store::{Tx, one, run};

/// The files of these revisions, each with the revision that holds it, in the order in which it does.
pub(super) async fn of_revisions(
    conn: &mut Conn,
    school: &SchoolId,
    revisions: Ids,
) -> Result<Vec<(RevisionId, WorkFile)>, StoreError> {
    #[derive(sqlx::FromRow)]
    struct FileRow {
        revision_id: RevisionId,
        #[sqlx(flatten)]
        file: WorkFile,
    }
    let rows: Vec<FileRow> = all!(
        conn,
        concat!(
            "SELECT revision_file.revision_id, work_file.id, kind, content_type, name, description, size, unplayed,
                conversion, all_pages
             FROM work_file JOIN revision_file ON revision_file.file_id = work_file.id
             WHERE work_file.school_id = $1 AND revision_file.revision_id IN ",
            ids_in!("$2"),
            " ORDER BY revision_file.position"
        ),
        school,
        revisions
    )?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = Ids::of(rows.iter().map(|row| &row.file.id));
    #[derive(sqlx::FromRow)]
    struct PageRow {
        file_id: FileId,
        #[sqlx(flatten)]
        page: DrawnPage,
    }
    let drawn: Vec<PageRow> = all!(
        conn,
        concat!(
            "SELECT file_id, number, width, height, lacks FROM file_page WHERE school_id = $1 AND file_id IN ",
            ids_in!("$2"),
            " ORDER BY file_id, number"
        ),
        school,
        ids.clone()
    )?;
    let mut pages: HashMap<FileId, Vec<DrawnPage>> = HashMap::new();
    for row in drawn {
        pages.entry(row.file_id).or_default().push(row.page);
    }
    let written: Vec<(FileId, Language)> = all!(
        conn,
        concat!(
            "SELECT file_id, language FROM caption WHERE school_id = $1 AND file_id IN ",
            ids_in!("$2"),
            " ORDER BY file_id, language"
        ),
        school,
        ids
    )?;
    let mut captions: HashMap<FileId, Vec<Language>> = HashMap::new();
    for (file, language) in written {
        captions.entry(file).or_default().push(language);
    }
    let files = rows.into_iter().map(|FileRow { revision_id, mut file }| {
        file.pages = pages.get(&file.id).cloned().unwrap_or_default();
        file.captions = captions.get(&file.id).cloned().unwrap_or_default();
        (revision_id, file)
    });
    Ok(files.collect())
}

impl Work {
    /// Adds a file to the end of a revision. The same file sent twice is there once.
    pub async fn add_file(
        &self,
        tx: &mut Tx,
        revision: &RevisionId,
        name: &str,
        kept: &KeptFile,
        now: At,
    ) -> Result<FileId, StoreError> {
        let there: Option<(FileId,)> = maybe!(
            tx,
            "SELECT work_file.id FROM work_file JOIN revision_file ON revision_file.file_id = work_file.id
             WHERE work_file.school_id = $1 AND work_id = $2 AND revision_id = $3 AND hash = $4",
            &self.school_id,
            &self.id,
            revision,
            &kept.hash
        )?;
        if let Some((there,)) = there {
            return Ok(there);
        }
        let id = FileId::new();
        run!(
            tx,
            "INSERT INTO work_file (id, school_id, work_id, kind, content_type, name, description, size, hash, unplayed,
                added_at, all_pages)
             VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11)",
            &id,
            &self.school_id,
            &self.id,
            kept.kind,
            kept.content_type,
            name,
            i64::try_from(kept.size).unwrap_or(i64::MAX),
            &kept.hash,
            kept.unplayed,
            now,
            i64::try_from(kept.pages.all).unwrap_or(i64::MAX)
        )?;
        for (number, (page, lacks)) in (1_i64..).zip(&kept.pages.drawn) {
            let [small, medium, large] = &page.hashes;
            run!(
                tx,
                "INSERT INTO file_page (file_id, number, school_id, width, height, small_hash, medium_hash, large_hash,
                    lacks)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &id,
                number,
                &self.school_id,
                i64::from(page.width),
                i64::from(page.height),
                small,
                medium,
                large,
                i64::from(*lacks)
            )?;
        }
        let (last,): (i64,) = one!(
            tx,
            "SELECT COALESCE(max(position), 0) FROM revision_file WHERE school_id = $1 AND revision_id = $2",
            &self.school_id,
            revision
        )?;
        run!(
            tx,
            "INSERT INTO revision_file (school_id, revision_id, file_id, position) VALUES ($1, $2, $3, $4)",
            &self.school_id,
            revision,
            &id,
            last + 1
        )?;
        Ok(id)
    }

    /// Says what a picture or a file of this work shows or holds; `id` is as it stands in a form.
    pub async fn describe(&self, tx: &mut Tx, id: &str, words: &str) -> Result<(), StoreError> {
        if let (Some(picture), Some(file)) = (PictureId::parse(id), FileId::parse(id)) {
            self.describe_picture(tx, &picture, words).await?;
            self.describe_file(tx, &file, words).await?;
        }
        Ok(())
    }

    /// Takes a picture or a file out of a revision of this work; `id` is as it stands in a form.
    pub async fn take_out(&self, tx: &mut Tx, revision: &RevisionId, id: &str) -> Result<(), StoreError> {
        if let (Some(picture), Some(file)) = (PictureId::parse(id), FileId::parse(id)) {
            self.take_out_picture(tx, revision, &picture).await?;
            self.take_out_file(tx, revision, &file).await?;
        }
        Ok(())
    }

    /// Says what a file of this work holds, for those who do not see or hear it.
    pub async fn describe_file(&self, tx: &mut Tx, file: &FileId, words: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE work_file SET description = $1 WHERE school_id = $2 AND work_id = $3 AND id = $4",
            words,
            &self.school_id,
            &self.id,
            file
        )?;
        Ok(())
    }

    /// Takes a file out of a revision of this work. Earlier revisions keep it; when none has it, it is gone.
    pub async fn take_out_file(&self, tx: &mut Tx, revision: &RevisionId, file: &FileId) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM revision_file WHERE school_id = $1 AND revision_id = $2 AND file_id = $3
             AND revision_id IN (SELECT id FROM revision WHERE work_id = $4)",
            &self.school_id,
            revision,
            file,
            &self.id
        )?;
        let (uses,): (i64,) = one!(tx, "SELECT count(*) FROM revision_file WHERE file_id = $1", file)?;
        if uses > 0 {
            return Ok(());
        }
        run!(
            tx,
            "DELETE FROM file_page WHERE file_id = $1 AND EXISTS
                (SELECT 1 FROM work_file WHERE work_file.id = file_page.file_id AND work_id = $2)",
            file,
            &self.id
        )?;
        run!(
            tx,
            "DELETE FROM caption WHERE file_id = $1 AND EXISTS
                (SELECT 1 FROM work_file WHERE work_file.id = caption.file_id AND work_id = $2)",
            file,
            &self.id
        )?;
        run!(
            tx,
            "DELETE FROM work_file WHERE school_id = $1 AND work_id = $2 AND id = $3",
            &self.school_id,
            &self.id,
            file
        )?;
        Ok(())
    }

    /// Writes down what is said in a sound or a video, as WebVTT; nothing takes it away.
    pub async fn caption_file(
        &self,
        tx: &mut Tx,
        file: &FileId,
        language: &Language,
        text: &str,
        now: At,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM caption WHERE school_id = $1 AND file_id = $2 AND language = $3",
            &self.school_id,
            file,
            language
        )?;
        if !text.is_empty() {
            run!(
                tx,
                "INSERT INTO caption (file_id, language, school_id, text, changed_at) VALUES ($1, $2, $3, $4, $5)",
                file,
                language,
                &self.school_id,
                text,
                now
            )?;
        }
        Ok(())
    }
}

/// A file's bytes, as its row tells, for somebody who may see its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileBytes {
    pub kind: FileKind,
    pub content_type: String,
    pub name: String,
    /// How many bytes it has.
    pub size: i64,
    pub hash: String,
    /// How a film is written that browsers do not play.
    pub unplayed: Option<UnplayedCodec>,
    /// Whose work it is.
    pub student_id: PersonId,
    /// Whether a document says more than its drawn pages show.
    pub has_more: bool,
}

impl WorkFile {
    /// The work a file belongs to, when the viewer sees a version of it that holds it.
    pub async fn work_of(conn: &mut Conn, viewer: &Viewer, id: &FileId) -> Result<Option<(Work, Student)>, StoreError> {
        let work: Option<(WorkId,)> =
            maybe!(conn, "SELECT work_id FROM work_file WHERE school_id = $1 AND id = $2", &viewer.school_id, id)?;
        match work {
            Some((work,)) => Work::holding(conn, viewer, &work, id.as_str()).await,
            None => Ok(None),
        }
    }

    /// How a file that somebody brought is written, when it is a film that browsers do not play.
    pub async fn unplayed_of(
        conn: &mut Conn,
        school: &SchoolId,
        id: &FileId,
    ) -> Result<Option<UnplayedCodec>, StoreError> {
        let row: Option<(Option<UnplayedCodec>,)> =
            maybe!(conn, "SELECT unplayed FROM work_file WHERE school_id = $1 AND id = $2", school, id)?;
        Ok(row.and_then(|(unplayed,)| unplayed))
    }

    /// A file's bytes, when the viewer may see its work.
    pub async fn bytes_seen_by(conn: &mut Conn, viewer: &Viewer, id: &FileId) -> Result<Option<FileBytes>, StoreError> {
        let Some((work, _)) = Self::work_of(conn, viewer, id).await? else { return Ok(None) };
        #[derive(sqlx::FromRow)]
        struct BytesRow {
            kind: FileKind,
            content_type: String,
            name: String,
            size: i64,
            hash: String,
            unplayed: Option<UnplayedCodec>,
            all_pages: i64,
            drawn: i64,
            lacking: i64,
        }
        let row: Option<BytesRow> = maybe!(
            conn,
            "SELECT kind, content_type, name, size, hash, unplayed, all_pages,
                (SELECT count(*) FROM file_page WHERE file_id = work_file.id) AS drawn,
                (SELECT count(*) FROM file_page WHERE file_id = work_file.id AND lacks = 1) AS lacking
             FROM work_file WHERE school_id = $1 AND id = $2",
            &viewer.school_id,
            id
        )?;
        Ok(row.map(|row| FileBytes {
            has_more: row.all_pages > row.drawn || row.lacking > 0,
            kind: row.kind,
            content_type: row.content_type,
            name: row.name,
            size: row.size,
            hash: row.hash,
            unplayed: row.unplayed,
            student_id: work.student_id,
        }))
    }

    /// The name of a drawn page's bytes, when the viewer may see its work.
    pub async fn page_seen_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &FileId,
        number: i64,
        width: PictureWidth,
    ) -> Result<Option<String>, StoreError> {
        if Self::work_of(conn, viewer, id).await?.is_none() {
            return Ok(None);
        }
        let row: Option<(String, String, String)> = maybe!(
            conn,
            "SELECT small_hash, medium_hash, large_hash FROM file_page WHERE school_id = $1 AND file_id = $2 AND number = $3",
            &viewer.school_id,
            id,
            number
        )?;
        Ok(row.map(|(small, medium, large)| match width {
            PictureWidth::Small => small,
            PictureWidth::Medium => medium,
            PictureWidth::Large => large,
        }))
    }

    /// What is said in it, as WebVTT, when the viewer may see its work.
    pub async fn captions_seen_by(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &FileId,
        language: &Language,
    ) -> Result<Option<String>, StoreError> {
        if Self::work_of(conn, viewer, id).await?.is_none() {
            return Ok(None);
        }
        let row: Option<(String,)> = maybe!(
            conn,
            "SELECT text FROM caption WHERE school_id = $1 AND file_id = $2 AND language = $3",
            &viewer.school_id,
            id,
            language
        )?;
        Ok(row.map(|(text,)| text))
    }
}
