/* Files and standard input that the user names: read whole and within a limit, or line by line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads path, or standard input for "-". Fails with MSK_SYSTEM_ERROR_FILE,
 * MSK_INPUT_ERROR_FILE_REFUSED for what is no regular file (a pipe would be waited for), or
 * MSK_INPUT_ERROR_FILE_TOO_LARGE above limit bytes. The caller owns it; it is wiped when freed. */
GBytes *msk_input_read (const char *path, gsize limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* More than any tag or command; what is beyond it on a line is left out. */
#define MSK_LINE_MAX 1023

typedef struct
{
  int fd;
  gsize start;
  gsize end;
  char buffer[4096];
} MskLineReader;

void msk_line_reader_init (MskLineReader *self, int fd);

/* Gives the next line without its end, as soon as it is there. NUL bytes in it become U+FFFD, so
 * that they cannot cut it short unseen; so does what is not UTF-8. The last line needs no end.
 * Returns FALSE at the end of the input. */
gboolean msk_line_reader_next (MskLineReader *self, GString *line);

/* Wipes what it has read: tags are secret. */
void msk_line_reader_clear (MskLineReader *self);

/* One line with a code that stands on no command line, where every process would see it; "" when
 * there is none, since no code can be told from no line. The caller frees it with
 * msk_input_free_code(), which wipes it. */
char *msk_input_read_code (int fd) G_GNUC_WARN_UNUSED_RESULT;
void msk_input_free_code (char *code);

G_END_DECLS
