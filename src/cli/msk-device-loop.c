/* The deposit of devices on standard input and output: one code a line, one answer a line, after
 * the commit. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-loop.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-verdict-error.h"

/* Takes the object. */
static void
answer (JsonObject *object, MskDeviceScanMode mode, gint64 sequence)
{
  json_object_set_int_member (object, "sequence", sequence);
  json_object_set_string_member (object, "mode",
                                 msk_enum_get_name (MSK_TYPE_DEVICE_SCAN_MODE, (int) mode));
  msk_json_print (object);
  json_object_unref (object);
}

/* An error in the form of a verdict: every line has a tone and a code. */
static JsonObject *
make_error (const GError *error)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "tone",
                                 msk_enum_get_name (MSK_TYPE_TONE, (int) MSK_TONE_ALARM));
  json_object_set_string_member (object, "code", msk_error_get_name (error));
  json_object_set_string_member (object, "headline", _ ("Nothing was recorded"));
  json_object_set_string_member (object, "text", error->message);
  return object;
}

gboolean
msk_device_loop_run (MskSession *session, MskDeviceScanMode mode, int fd, GError **error)
{
  g_autoptr(MskDeviceScan) scan = msk_device_scan_new (session, mode);
  g_autoptr(GString) line = g_string_sized_new (MSK_LINE_MAX);
  GError *failure = NULL;
  MskLineReader reader;
  gint64 sequence = 0;

  msk_line_reader_init (&reader, fd);
  while (ferror (stdout) == 0 && msk_line_reader_next (&reader, line))
    {
      g_autoptr(GError) refusal = NULL;
      g_autoptr(MskVerdict) verdict = msk_device_scan_take (scan, line->str, &refusal);

      answer (verdict != NULL ? msk_json_from_verdict (verdict) : make_error (refusal), mode,
              ++sequence);
      if (verdict == NULL && failure == NULL)
        failure = g_steal_pointer (&refusal);
    }
  msk_line_reader_clear (&reader);
  explicit_bzero (line->str, line->allocated_len);

  if (ferror (stdout) != 0 && failure == NULL)
    g_set_error_literal (&failure, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                         _ ("Nobody reads the answers any more: see in the register what was "
                            "recorded, and start again."));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
msk_device_loop_read_person (MskSession *session, int fd, gint64 *attendee_id, GError **error)
{
  g_autoptr(MskDeviceScan) scan = msk_device_scan_new (session, MSK_DEVICE_SCAN_RETURN);
  g_autoptr(MskVerdict) verdict = NULL;
  char *code = msk_input_read_code (fd);

  if (*code != '\0')
    verdict = msk_device_scan_take (scan, code, error);
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                         _ ("No badge was scanned: give its code on standard input, in one "
                            "line."));
  msk_input_free_code (code);
  if (verdict == NULL || !msk_verdict_check (verdict, error))
    return FALSE;

  *attendee_id = msk_device_scan_get_waiting_person (scan);
  if (*attendee_id != 0)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("This is no badge: scan the person’s badge, or give --person."));
  return FALSE;
}
