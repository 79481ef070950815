/* Destruction on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destroy-loop.h"

#include "msk-json.h"
#include "msk-line-loop.h"
#include "msk-stock-words.h"

typedef struct
{
  MskLineLoop lines;
  MskDestructionScan *scan;
  gboolean obey_commands;
} Loop;

static void
answer (Loop *loop, MskVerdict *verdict, const GError *error)
{
  if (verdict == NULL)
    msk_line_loop_answer_error (&loop->lines, error);
  else
    msk_line_loop_answer (&loop->lines, msk_json_from_verdict (verdict));
}

static void
take_line (MskLineLoop *lines, const char *line)
{
  Loop *loop = (Loop *) lines;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  MskStockKind kind;
  gint64 number;

  if (loop->obey_commands && msk_stock_words_read (line, &kind, &number))
    verdict = msk_destruction_scan_choose (loop->scan, kind, number, &error);
  else
    verdict = msk_destruction_scan_take (loop->scan, line, &error);
  answer (loop, verdict, error);
}

static const char *
get_mode (MskLineLoop *lines)
{
  Loop *loop = (Loop *) lines;

  return msk_destruction_scan_is_at_machine (loop->scan) ? "machine" : "batch";
}

gboolean
msk_destroy_loop_run (MskSession *session,
                      gint64 batch_id,
                      gboolean at_machine,
                      gboolean obey_commands,
                      int fd,
                      GError **error)
{
  Loop loop = { .lines = { .take = take_line, .get_mode = get_mode },
                .scan = msk_destruction_scan_new (session, batch_id, at_machine),
                .obey_commands = obey_commands };
  const gboolean done = msk_line_loop_run (&loop.lines, fd, error);

  g_clear_object (&loop.scan);
  return done;
}
