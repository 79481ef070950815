/* Work that goes on line by line: each line of standard input is answered by one line of JSON, at
 * once. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _MskLineLoop MskLineLoop;

struct _MskLineLoop
{
  /* Takes one line and answers it, once. */
  void (*take) (MskLineLoop *self, const char *line);

  /* The name of the mode that every answer carries. Static text. */
  const char *(*get_mode) (MskLineLoop *self);

  gint64 sequence; /* of answers */
  GError *failure; /* the first of the register */
};

/* One answer. Takes the object. */
void msk_line_loop_answer (MskLineLoop *self, JsonObject *object);

/* An error in the form of a verdict: every line has a tone and a code. */
void msk_line_loop_answer_error (MskLineLoop *self, const GError *error);

/* A command that was obeyed and is no verdict. */
void msk_line_loop_answer_command (MskLineLoop *self, const char *code, const char *headline);

/* Takes every line of fd until its end. A line that is refused or can't be understood gets its
 * answer and the next line is read. Fails after the last line with the first error of the register,
 * or at once with MSK_SYSTEM_ERROR_FILE when the answers reach nobody. */
gboolean msk_line_loop_run (MskLineLoop *self, int fd, GError **error);

G_END_DECLS
