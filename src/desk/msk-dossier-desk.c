/* The dossier of a closed meeting (F1): every register in one document.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-dossier-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-filing-desk.h"
#include "msk-incident-desk.h"
#include "msk-ledger.h"
#include "msk-meeting-private.h"
#include "msk-period.h"
#include "msk-private-file.h"
#include "msk-report-desk-private.h"
#include "msk-report-volume.h"
#include "msk-session-private.h"

#define FRONT 2 /* the cover and the list of contents stand before the registers */

/* Every register of a whole meeting, in the order of the work. Nobody is inside a closed one, and a
 * seal sheet is of a ledger that goes on. */
static const MskReportKind kinds[] = {
  MSK_REPORT_CERTIFICATE, MSK_REPORT_MEASURES,  MSK_REPORT_LIAISON,     MSK_REPORT_LIST,
  MSK_REPORT_BADGES,      MSK_REPORT_BRIEFINGS, MSK_REPORT_PLEDGES,     MSK_REPORT_NOTICES,
  MSK_REPORT_AGENDA,      MSK_REPORT_COPIES,    MSK_REPORT_CARRIERS,    MSK_REPORT_PLAN,
  MSK_REPORT_PACKS,       MSK_REPORT_RUNS,      MSK_REPORT_SPOILED,     MSK_REPORT_ROOM,
  MSK_REPORT_DEVICES,     MSK_REPORT_UNCLAIMED, MSK_REPORT_DOOR,        MSK_REPORT_REFUSALS,
  MSK_REPORT_ISSUES,      MSK_REPORT_RETURNS,   MSK_REPORT_RECEIPTS,    MSK_REPORT_PERMITS,
  MSK_REPORT_CIRCULATION, MSK_REPORT_CHASE,     MSK_REPORT_HANDOVERS,   MSK_REPORT_SEALS,
  MSK_REPORT_EXCEPTIONS,  MSK_REPORT_SWEEP,     MSK_REPORT_VENUE_CHECK, MSK_REPORT_DESTRUCTIONS,
  MSK_REPORT_INCIDENTS,
};

typedef struct
{
  MskSession *session;
  gint64 meeting_id;
  gint64 entry; /* the newest of the ledger: nothing may be written until the end */
  char *archive_number;
  char *retention;
  char *path;
  MskSealPair seal;         /* of all that show one; not of an export */
  GPtrArray *incidents;     /* whose reports stand after their register */
  MskPrivateStream *stream; /* or NULL: it goes to memory, for a printer */
  GByteArray *memory;
  MskDatabase *beside; /* a connection of its own, for the check in the thread */
  MskReportVolume *volume;
  MskReport *report; /* the section of this step */
  guint step;
  MskDossierProgress progress;
  gpointer progress_data;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->report);
  g_clear_pointer (&work->incidents, g_ptr_array_unref);
  g_clear_pointer (&work->beside, msk_database_close);
  g_clear_pointer (&work->volume, msk_report_volume_free);
  g_clear_pointer (&work->stream, msk_private_stream_free);
  g_clear_pointer (&work->memory, g_byte_array_unref);
  g_free (work->archive_number);
  g_free (work->retention);
  g_free (work->path);
  g_object_unref (work->session);
  g_free (work);
}

/* The front, every register, and every incident in full. */
static guint
count_sections (const Work *work)
{
  return FRONT + G_N_ELEMENTS (kinds) + work->incidents->len;
}

/* Each section is counted, then each is drawn, then the document is ended. */
static guint
count_steps (const Work *work)
{
  return 2 * count_sections (work) + 1;
}

const MskReportKind *
msk_dossier_desk_get_kinds (guint *count)
{
  *count = G_N_ELEMENTS (kinds);
  return kinds;
}

static MskReport *
start_front (MskSession *session, const char *title, const char *const *subtitles, gboolean cover)
{
  const MskMeeting *meeting = msk_session_get_meeting (session);
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, meeting->level, "");
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, meeting->level),
                               .title = title,
                               .subtitle_lines = subtitles,
                               .is_cover = cover };

  return msk_report_new (&head);
}

/* What nobody said is written by hand. */
static void
add_filing (MskReport *report, const Work *work)
{
  const struct
  {
    const char *name;
    const char *value;
  } filing[] = {
    { _ ("Archive number"), work->archive_number },
    { _ ("Kept for"), work->retention },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filing); i++)
    if (*filing[i].value != '\0')
      msk_report_add_facts (report, &(MskReportFact){ filing[i].name, filing[i].value }, 1);
    else
      msk_report_add_blanks (report, &filing[i].name, 1);
}

static char *
dup_size (guint incidents, guint pages)
{
  const guint registers = G_N_ELEMENTS (kinds);
  g_autofree char *first =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u register", "%u registers", registers),
                       registers);
  g_autofree char *second =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u report of an incident",
                                    "%u reports of incidents", incidents),
                       incidents);
  g_autofree char *third =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", pages), pages);

  /* TRANSLATORS: registers, reports of incidents, pages */
  return g_strdup_printf (_ ("%s, %s, %s"), first, second, third);
}

static MskReport *
compose_cover (const Work *work)
{
  const MskMeeting *meeting = msk_session_get_meeting (work->session);
  const char *const subtitles[] = { meeting->title, NULL };
  MskReport *report =
      start_front (work->session, _ ("Dossier of a Secret Meeting"), subtitles, TRUE);
  g_autofree char *starts = msk_report_desk_dup_time (meeting->starts_at);
  g_autofree char *ends = msk_report_desk_dup_time (meeting->ends_at);
  g_autofree char *times = g_strdup_printf ("%s – %s", starts, ends);
  g_autofree char *made = msk_report_desk_dup_time (msk_session_get_now (work->session));
  g_autofree char *size =
      dup_size (work->incidents->len, msk_report_volume_get_pages (work->volume));
  const MskReportFact facts[] = {
    { _ ("Meeting number"), meeting->number },
    { _ ("Time"), times },
    { _ ("Organiser"), meeting->organiser },
    { _ ("Responsible leader"), meeting->leader },
    { _ ("Size"), size },
    { _ ("Put together"), made },
  };
  const MskReportSigner signers[] = { { _ ("Put together by"), NULL }, { _ ("Checked by"), NULL } };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  add_filing (report, work);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return report;
}

static char *
dup_span (const Work *work, guint section)
{
  guint first, last;

  /* While they are counted it takes as much place as it ever may. */
  if (work->step < count_sections (work))
    return g_strdup ("00000–00000");

  msk_report_volume_get_span (work->volume, section, &first, &last);
  return first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u–%u", first, last);
}

static void
add_content (GPtrArray *cells, const Work *work, guint nth, const char *title, const char *remark)
{
  g_ptr_array_add (cells, g_strdup_printf ("%u", nth + 1));
  g_ptr_array_add (cells, g_strdup (title));
  g_ptr_array_add (cells, dup_span (work, FRONT + nth));
  g_ptr_array_add (cells, g_strdup (remark));
}

static MskReport *
compose_contents (const Work *work)
{
  const MskReportColumn columns[] = { { _ ("No."), 8, TRUE },
                                      { _ ("Register"), 52, FALSE },
                                      { _ ("Page no."), 18, FALSE },
                                      { _ ("Remark"), 22, FALSE } };
  MskReport *report = start_front (work->session, _ ("Contents"), NULL, FALSE);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_content (cells, work, i, msk_report_desk_get_title (kinds[i]), "");
  for (guint i = 0; i < work->incidents->len; i++)
    {
      const MskIncident *incident = g_ptr_array_index (work->incidents, i);
      g_autofree char *title = msk_report_desk_dup_incident_title (incident->id);

      add_content (cells, work, (guint) G_N_ELEMENTS (kinds) + i, title,
                   msk_incident_kind_get_label (incident->kind));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return report;
}

static MskReport *
compose (const Work *work, MskDatabase *database, GError **error)
{
  const guint section = work->step % count_sections (work);
  const MskIncident *incident;

  if (section == 0)
    return compose_cover (work);
  if (section == 1)
    return compose_contents (work);

  if (section < FRONT + G_N_ELEMENTS (kinds))
    return msk_report_desk_compose (work->session, database, kinds[section - FRONT], 0, &work->seal,
                                    error);

  incident = g_ptr_array_index (work->incidents, section - FRONT - G_N_ELEMENTS (kinds));
  return msk_report_desk_compose (work->session, database, MSK_REPORT_INCIDENT, incident->id,
                                  &work->seal, error);
}

static gboolean
fail_changed (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED,
                       _ ("Something was written in the record while it was put together: do it "
                          "again."));
  return FALSE;
}

/* The same meeting as at the beginning. */
static gboolean
check_same (const Work *work, GError **error)
{
  return msk_session_require_meeting (work->session, MSK_ACT_REPORT_MAKE, error) != NULL &&
         (msk_session_get_meeting (work->session)->id == work->meeting_id || fail_changed (error));
}

/* The same meeting as at the beginning, and nothing written in it since: or the pages would not be
 * those that were counted, and the registers not of one moment. Lent. */
static MskDatabase *
require_unchanged (const Work *work, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (work->session, MSK_ACT_REPORT_MAKE, error);
  gint64 entry;

  if (database == NULL || !msk_ledger_get_last (database, &entry, error))
    return NULL;
  if (entry == work->entry && msk_session_get_meeting (work->session)->id == work->meeting_id)
    return database;

  fail_changed (error);
  return NULL;
}

/* A dossier is a carrier like any report: that it was made stands in the ledger (C4). */
static gboolean
record (const Work *work, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *pages = g_strdup_printf ("%u", msk_report_volume_get_pages (work->volume));

  return msk_session_begin (work->session, MSK_ACT_REPORT_MAKE, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, "report", error, "kind",
                            MSK_DOSSIER_KIND, "format", "pdf", "pages", pages, NULL) &&
         msk_session_commit (work->session, &transaction, error);
}

static void
finish (GTask *task, const Work *work)
{
  GError *error = NULL;

  if (require_unchanged (work, &error) != NULL &&
      (msk_session_is_reading (work->session) || record (work, &error)) &&
      (work->stream == NULL || msk_private_stream_finish (work->stream, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
draw_in_thread (GTask *part, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean done;

  if (work->step < count_sections (work))
    done = msk_report_volume_count (work->volume, work->report, &error);
  else if (work->step < 2 * count_sections (work))
    done = msk_report_volume_draw (work->volume, work->report, &error);
  else
    done = msk_report_volume_finish (work->volume, &error);

  if (done)
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

static void go_on (GTask *task);

/* Takes the task. */
static void
drawn_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_object (&work->report);
  if (!g_task_propagate_boolean (G_TASK (answer), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  work->step++;
  if (work->progress != NULL)
    work->progress (work->step, count_steps (work), work->progress_data);
  if (work->step < count_steps (work))
    go_on (task);
  else
    finish (task, work);
}

/* The register is read here, in the main loop; the thread gets what it has to draw. */
static void
go_on (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  MskDatabase *database = require_unchanged (work, &error);
  g_autoptr(GTask) part = NULL;

  if (database != NULL && work->step < 2 * count_sections (work))
    work->report = compose (work, database, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  part = g_task_new (NULL, g_task_get_cancellable (task), drawn_cb, g_object_ref (task));
  g_task_set_task_data (part, work, NULL);
  g_task_run_in_thread (part, draw_in_thread);
}

static gboolean
write_cb (gconstpointer data, gsize size, gpointer user_data, GError **error)
{
  const Work *work = user_data;

  if (work->stream != NULL)
    return msk_private_stream_write (work->stream, data, size, error);

  if (size > G_MAXUINT - work->memory->len)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                           _ ("The dossier is too large to be printed at once: write a file of "
                              "it."));
      return FALSE;
    }

  g_byte_array_append (work->memory, data, (guint) size);
  return TRUE;
}

/* What was filed stands; a cover that says otherwise would be of another dossier. */
static gboolean
take_filed (char **said, const char *filed, const MskFiling *filing, GError **error)
{
  g_autofree char *years = NULL;

  if (**said == '\0' || g_str_equal (*said, filed))
    {
      g_free (*said);
      *said = g_strdup (filed);
      return TRUE;
    }

  years = msk_filing_dup_years (filing->years);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_FILED,
               _ ("This meeting is filed under the archive number %s, kept for: %s. The cover says "
                  "that too: leave both out."),
               filing->number, years);
  return FALSE;
}

/* F1: what the appliance's register has where the record is filed already. An export is read
 * without one. */
static gboolean
take_filing (Work *work, GError **error)
{
  MskSession *session = work->session;
  g_autoptr(MskFiling) filing = NULL;
  g_autoptr(GError) trouble = NULL;
  g_autofree char *years = NULL;

  if (msk_session_is_reading (session))
    return TRUE;

  filing = msk_filing_desk_get (session, msk_session_get_meeting (session)->id, &trouble);
  if (filing == NULL)
    {
      if (g_error_matches (trouble, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_FILED))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  years = msk_filing_dup_years (filing->years);
  return take_filed (&work->archive_number, filing->number, filing, error) &&
         take_filed (&work->retention, years, filing, error);
}

/* What was said of the filing; "" for what was not. */
static gboolean
take_cover (Work *work, const MskDossierCover *cover, GError **error)
{
  guint years;

  work->archive_number =
      msk_meeting_dup_named (cover->archive_number, _ ("Archive number"), FALSE, error);
  if (work->archive_number == NULL)
    return FALSE;
  if (cover->retention == NULL || *cover->retention == '\0')
    work->retention = g_strdup ("");
  else if (msk_filing_parse_years (cover->retention, &years, error))
    work->retention = msk_filing_dup_years (years);

  return work->retention != NULL && take_filing (work, error);
}

static gboolean
open_file (Work *work, GError **error)
{
  if (work->path == NULL)
    work->path = msk_report_desk_dup_free_path (work->session, MSK_DOSSIER_KIND, "pdf", error);
  work->stream = work->path == NULL ? NULL : msk_private_stream_new (work->path, error);
  return work->stream != NULL;
}

/* Only on a register that is whole is anything written: a seal is. */
static gboolean
begin_work (Work *work, GCancellable *cancellable, GError **error)
{
  MskSession *session = work->session;
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_REPORT_MAKE, error);

  if (database == NULL || (work->memory == NULL && !open_file (work, error)))
    return FALSE;

  work->incidents = msk_incident_desk_list (session, error);
  if (work->incidents == NULL)
    return FALSE;

  work->volume = msk_report_volume_new (write_cb, work, cancellable, error);
  return work->volume != NULL &&
         (msk_session_is_reading (session) ||
          msk_seal_desk_take (session, MSK_SEAL_OCCASION_CERTIFICATE, &work->seal, error)) &&
         msk_ledger_get_last (database, &work->entry, error);
}

static void
begin (GTask *task)
{
  GError *error = NULL;

  if (begin_work (g_task_get_task_data (task), g_task_get_cancellable (task), &error))
    go_on (task);
  else
    g_task_return_error (task, error);
}

static void
check_in_thread (GTask *part, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (msk_database_check_whole (work->beside, &error))
    g_task_return_boolean (part, TRUE);
  else
    g_task_return_error (part, error);
}

/* Takes the task. */
static void
checked_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&work->beside, msk_database_close);
  if (g_task_propagate_boolean (G_TASK (answer), &error) &&
      !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error) &&
      check_same (work, &error))
    begin (task);
  else
    g_task_return_error (task, error);
}

/* As an export does, a dossier stands on a register of which every page is as it was written. An
 * export itself was checked when it was opened. */
static void
check_pages (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr(GTask) part = NULL;

  if (work->beside == NULL)
    {
      begin (task);
      return;
    }

  part = g_task_new (NULL, g_task_get_cancellable (task), checked_cb, g_object_ref (task));
  /* The thread ends first: its connection is closed after it. */
  g_task_set_check_cancellable (part, FALSE);
  g_task_set_task_data (part, work, NULL);
  g_task_run_in_thread (part, check_in_thread);
}

static gboolean
prepare (Work *work, const MskDossierCover *cover, GCancellable *cancellable, GError **error)
{
  MskSession *session = work->session;
  /* The register of the door is in it. */
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_DOOR_READ, error);

  if (database == NULL ||
      msk_session_require_meeting (session, MSK_ACT_REPORT_MAKE, error) == NULL ||
      !msk_meeting_check_closed (msk_session_get_meeting (session), error) ||
      !take_cover (work, cover, error))
    return FALSE;

  work->meeting_id = msk_session_get_meeting (session)->id;
  if (msk_session_is_reading (session))
    return TRUE;

  work->beside = msk_database_open_beside (database, error);
  if (work->beside == NULL)
    return FALSE;

  msk_database_let_cancel (work->beside, cancellable);
  return TRUE;
}

/* Takes the work. */
static void
start (GTask *task, Work *work, const MskDossierCover *cover)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  /* What is whole is there, even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, free_work);
  if (prepare (work, cover, cancellable, &error))
    check_pages (task);
  else
    g_task_return_error (task, error);
}

void
msk_dossier_desk_write_async (MskSession *session,
                              const MskDossierCover *cover,
                              const char *path,
                              MskDossierProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && cover != NULL);

  work->session = g_object_ref (session);
  work->path = g_strdup (path);
  work->progress = progress;
  work->progress_data = progress_data;
  g_task_set_source_tag (task, msk_dossier_desk_write_async);
  start (task, work, cover);
}

void
msk_dossier_desk_make_async (MskSession *session,
                             const MskDossierCover *cover,
                             MskDossierProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (MSK_IS_SESSION (session) && cover != NULL);

  work->session = g_object_ref (session);
  work->memory = g_byte_array_new ();
  work->progress = progress;
  work->progress_data = progress_data;
  g_task_set_source_tag (task, msk_dossier_desk_make_async);
  start (task, work, cover);
}

/* The work that is done, or NULL. */
static Work *
end (GAsyncResult *answer, guint *pages, GError **error)
{
  g_autoptr(GError) trouble = NULL;
  Work *work = g_task_get_task_data (G_TASK (answer));

  if (g_task_propagate_boolean (G_TASK (answer), &trouble))
    {
      if (pages != NULL)
        *pages = msk_report_volume_get_pages (work->volume);
      return work;
    }

  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                         _ ("The dossier was stopped, and nothing of it is left: make it again "
                            "when it is wanted."));
  else
    g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

char *
msk_dossier_desk_write_finish (MskSession *session,
                               GAsyncResult *answer,
                               guint *pages,
                               GError **error)
{
  const Work *work;

  g_return_val_if_fail (g_task_is_valid (answer, session), NULL);

  work = end (answer, pages, error);
  return work == NULL ? NULL : g_strdup (work->path);
}

GBytes *
msk_dossier_desk_make_finish (MskSession *session,
                              GAsyncResult *answer,
                              guint *pages,
                              GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (answer, session), NULL);

  work = end (answer, pages, error);
  return work == NULL ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&work->memory));
}
