/* Work that goes on line by line: each line of standard input is answered by one line of JSON, at
 * once. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-line-loop.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json.h"

void
msk_line_loop_answer (MskLineLoop *self, JsonObject *object)
{
  json_object_set_int_member (object, "sequence", ++self->sequence);
  json_object_set_string_member (object, "mode", self->get_mode (self));
  msk_json_print (object);
  json_object_unref (object);
}

static void
answer_words (MskLineLoop *self,
              MskTone tone,
              const char *code,
              const char *headline,
              const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "tone", msk_enum_get_name (MSK_TYPE_TONE, (int) tone));
  json_object_set_string_member (object, "code", code);
  json_object_set_string_member (object, "headline", headline);
  json_object_set_string_member (object, "text", text);
  msk_line_loop_answer (self, object);
}

void
msk_line_loop_answer_error (MskLineLoop *self, const GError *error)
{
  const gboolean is_failure = msk_error_get_exit_status (error) > 2;

  if (is_failure && self->failure == NULL)
    self->failure = g_error_copy (error);

  answer_words (self, is_failure ? MSK_TONE_ALARM : MSK_TONE_REFUSED, msk_error_get_name (error),
                _ ("Nothing was recorded"), error->message);
}

void
msk_line_loop_answer_command (MskLineLoop *self, const char *code, const char *headline)
{
  answer_words (self, MSK_TONE_DONE, code, headline, "");
}

gboolean
msk_line_loop_run (MskLineLoop *self, int fd, GError **error)
{
  g_autoptr(GString) line = g_string_sized_new (MSK_LINE_MAX);
  MskLineReader reader;

  msk_line_reader_init (&reader, fd);
  while (ferror (stdout) == 0 && msk_line_reader_next (&reader, line))
    self->take (self, line->str);

  msk_line_reader_clear (&reader);
  explicit_bzero (line->str, line->allocated_len);

  if (ferror (stdout) != 0 && self->failure == NULL)
    g_set_error_literal (&self->failure, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                         _ ("Nobody reads the answers any more: see in the register what was "
                            "recorded, and start again."));
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, self->failure);
  return FALSE;
}
