/* The count of a handover on standard input and output: one code a line, one answer a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-loop.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-line-loop.h"

typedef struct
{
  MskLineLoop lines;
  MskHandoverScan *scan;
  gboolean obey_commands;
} Loop;

/* A thing that is typed, and many of them. */
static const struct
{
  const char *one;
  const char *many;
  MskStockKind kind;
} words[] = {
  { "copy", "copies", MSK_STOCK_COPY },
  { "set", "sets", MSK_STOCK_SET },
  { "carrier", "carriers", MSK_STOCK_CARRIER },
  { "device", "devices", MSK_STOCK_DEVICE },
};

gboolean
msk_stock_kind_parse (const char *word, MskStockKind *kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].many, word))
      {
        *kind = words[i].kind;
        return TRUE;
      }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("There is no such kind: give copies, sets, carriers or devices."));
  return FALSE;
}

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

static gboolean
parse_number (MskStockKind kind, const char *text, gint64 *number)
{
  guint copy;
  guint64 value;

  if (kind == MSK_STOCK_COPY)
    {
      if (!msk_copy_number_parse (text, &copy))
        return FALSE;
      *number = copy;
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

/* “copy 14”, “set 3”, “carrier 2”, “device 5”: a thing that is here and whose tag is torn. */
static gboolean
take_typed (Loop *loop, const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, " ", 2);
  gint64 number;

  for (guint i = 0; g_strv_length (parts) == 2 && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].one, parts[0]) && parse_number (words[i].kind, parts[1], &number))
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(MskVerdict) verdict =
                       msk_handover_scan_choose (loop->scan, words[i].kind, number, &error);

        answer (loop, verdict, error);
        return TRUE;
      }

  return FALSE;
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
