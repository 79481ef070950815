/* The count of a handover on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-loop.h"

#include "msk-json.h"
#include "msk-line-loop.h"
#include "msk-stock-words.h"

typedef struct
{
  MskLineLoop lines;
  MskHandoverScan *scan;
  gboolean obey_commands;
} Loop;

static void
answer (Loop *loop, MskVerdict *verdict, const GError *error)
{
  JsonObject *object;

  if (verdict == NULL)
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  /* The count is blind: no balance says what is in store. */
  object = msk_json_from_verdict (verdict);
  json_object_set_null_member (object, "balance");
  msk_line_loop_answer (&loop->lines, object);
}

/* A thing that is here and whose tag is torn. */
static gboolean
take_typed (Loop *loop, const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  MskStockKind kind;
  gint64 number;

  if (!msk_stock_words_read (line, &kind, &number))
    return FALSE;

  verdict = msk_handover_scan_choose (loop->scan, kind, number, &error);
  answer (loop, verdict, error);
  return TRUE;
}

static void
take_line (MskLineLoop *lines, const char *line)
{
  Loop *loop = (Loop *) lines;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (loop->obey_commands && take_typed (loop, line))
    return;

  verdict = msk_handover_scan_take (loop->scan, line, &error);
  answer (loop, verdict, error);
}

static const char *
get_mode (MskLineLoop *lines)
{
  return "handover";
}

gboolean
msk_handover_loop_run (MskSession *session,
                       gint64 handover_id,
                       gboolean obey_commands,
                       int fd,
                       GError **error)
{
  Loop loop = { .lines = { .take = take_line, .get_mode = get_mode },
                .scan = msk_handover_scan_new (session, handover_id),
                .obey_commands = obey_commands };
  const gboolean done = msk_line_loop_run (&loop.lines, fd, error);

  g_clear_object (&loop.scan);
  return done;
}
