/* Files and standard input that the user names: read whole and within a limit, or line by line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"

#define READ_CHUNK (256 * 1024)

typedef struct
{
  char *data;
  gsize length;
  gsize size;
} Buffer;

static void
free_buffer (gpointer data)
{
  Buffer *buffer = data;

  if (buffer->data != NULL)
    explicit_bzero (buffer->data, buffer->length);
  g_free (buffer->data);
  g_free (buffer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Buffer, free_buffer)

static void
set_read_error (GError **error, int number)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The file could not be read (%s): check its name and that you may read it."),
               g_strerror (number));
}

/* Not by realloc, which would leave unwiped copies behind. */
static void
make_room (Buffer *buffer)
{
  gsize size = MAX (READ_CHUNK, 2 * buffer->size);
  char *data;

  if (buffer->size - buffer->length >= READ_CHUNK / 2)
    return;

  data = g_malloc (size);
  if (buffer->length > 0)
    {
      memcpy (data, buffer->data, buffer->length);
      explicit_bzero (buffer->data, buffer->length);
    }
  g_free (buffer->data);
  buffer->data = data;
  buffer->size = size;
}

static gboolean
read_all (int fd, Buffer *buffer, gsize limit, GError **error)
{
  while (TRUE)
    {
      gssize got;

      make_room (buffer);
      got = read (fd, buffer->data + buffer->length, buffer->size - buffer->length);
      if (got == 0)
        return TRUE;
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_read_error (error, errno);
          return FALSE;
        }

      buffer->length += (gsize) got;
      if (buffer->length > limit)
        {
          g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE,
                       _ ("The file is larger than %u MiB: split it, or check that it is the right "
                          "one."),
                       (guint) (limit >> 20));
          return FALSE;
        }
    }
}

/* A pipe is refused and not waited for, and a device is never read to its end: what comes through a
 * pipe is given on standard input. -1 with error set. */
static int
open_regular (const char *path, GError **error)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_read_error (error, errno);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (S_ISREG (info.st_mode))
    return fd;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_REFUSED,
                       _ ("This is no regular file but a folder, a pipe or a device: name a file, "
                          "or give “-” and send it through standard input."));
  close (fd);
  return -1;
}

GBytes *
msk_input_read (const char *path, gsize limit, GError **error)
{
  gboolean from_stdin = g_str_equal (path, "-");
  g_autoptr(Buffer) buffer = g_new0 (Buffer, 1);
  int fd = from_stdin ? STDIN_FILENO : open_regular (path, error);
  gboolean done;

  if (fd < 0)
    return NULL;

  done = read_all (fd, buffer, limit, error);
  if (!from_stdin)
    close (fd);
  if (!done)
    return NULL;

  {
    const char *data = buffer->data;
    gsize length = buffer->length;

    return g_bytes_new_with_free_func (data, length, free_buffer, g_steal_pointer (&buffer));
  }
}

void
msk_line_reader_init (MskLineReader *self, int fd)
{
  self->fd = fd;
  self->start = 0;
  self->end = 0;
}

/* Returns FALSE when nothing more comes. */
static gboolean
fill (MskLineReader *self)
{
  gssize got;

  do
    got = read (self->fd, self->buffer, sizeof self->buffer);
  while (got < 0 && errno == EINTR);

  self->start = 0;
  self->end = got > 0 ? (gsize) got : 0;
  return got > 0;
}

static void
make_text (GString *line)
{
  if (line->len > 0 && line->str[line->len - 1] == '\r')
    g_string_truncate (line, line->len - 1);

  if (!g_utf8_validate_len (line->str, line->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (line->str, (gssize) line->len);

      g_string_assign (line, valid);
    }
}

gboolean
msk_line_reader_next (MskLineReader *self, GString *line)
{
  gboolean started = FALSE;

  g_string_truncate (line, 0);

  while (self->start < self->end || fill (self))
    {
      char *from = self->buffer + self->start;
      char *end = memchr (from, '\n', self->end - self->start);
      gsize length = (end != NULL ? (gsize) (end - from) : self->end - self->start);

      g_string_append_len (line, from, (gssize) MIN (length, MSK_LINE_MAX - line->len));
      self->start += length + (end != NULL ? 1 : 0);
      started = TRUE;
      if (end != NULL)
        break;
    }

  make_text (line);
  return started;
}

void
msk_line_reader_clear (MskLineReader *self)
{
  explicit_bzero (self->buffer, sizeof self->buffer);
}

char *
msk_input_read_code (int fd)
{
  GString *line = g_string_sized_new (MSK_LINE_MAX);
  MskLineReader reader;

  msk_line_reader_init (&reader, fd);
  if (!msk_line_reader_next (&reader, line))
    g_string_truncate (line, 0);
  msk_line_reader_clear (&reader);
  return g_string_free (line, FALSE);
}

void
msk_input_free_code (char *code)
{
  explicit_bzero (code, strlen (code));
  g_free (code);
}
