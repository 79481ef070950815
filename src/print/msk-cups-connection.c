/* One conversation with the printing system of this machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-connection.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "msk-error.h"

/* The printing system is on this machine and answers in milliseconds; longer silence means that it
 * hangs. */
#define CONNECT_LIMIT_MS 10000
#define ANSWER_LIMIT_SECONDS 20.0

#define WRITE_CHUNK (64 * 1024)

/* The user whose name shows in job lists and logs. It says nothing about who printed. */
#define NEUTRAL_USER "msk"

struct _MskCupsConnection
{
  http_t *http;
  char *detail;
  ino_t socket; /* which socket it is held over */
  char *proof;  /* what libcups said to be let in, or NULL */
};

/* libcups asks for passwords on the terminal unless told otherwise. */
static const char *
refuse_password_cb (const char *prompt,
                    http_t *http,
                    const char *method,
                    const char *resource,
                    void *data)
{
  return NULL;
}

static int
give_up_cb (http_t *http, void *data)
{
  return 0;
}

/* The words of libcups belong to this thread and its last call, so they are copied at once. For a
 * conversation that was cut it has none but the system's word for "no error". */
static void
keep_detail (MskCupsConnection *self)
{
  const char *text = cupsLastErrorString ();

  g_free (self->detail);
  self->detail = text == NULL || g_str_equal (text, g_strerror (0)) ? g_strdup ("")
                                                                    : g_utf8_make_valid (text, -1);
}

static http_t *
connect_to (const char *server, GError **error)
{
  g_autoptr(GSocketConnectable) address = NULL;
  const char *host;
  int port;

  if (server == NULL)
    {
      host = cupsServer ();
      port = ippPort ();
    }
  else if (server[0] == '/')
    {
      host = server;
      port = 0;
    }
  else
    {
      address = g_network_address_parse (server, 631, error);
      if (address == NULL)
        {
          g_prefix_error (error, "%s: ", server);
          return NULL;
        }
      host = g_network_address_get_hostname (G_NETWORK_ADDRESS (address));
      port = g_network_address_get_port (G_NETWORK_ADDRESS (address));
    }

  return httpConnect2 (host, port, NULL, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                       CONNECT_LIMIT_MS, NULL);
}

static MskCupsReply
classify (MskCupsConnection *self, ipp_t *response)
{
  ipp_status_t status = response != NULL ? ippGetStatusCode (response) : cupsLastError ();

  if (response != NULL && status < IPP_STATUS_REDIRECTION_OTHER_SITE)
    return MSK_CUPS_REPLY_OK;

  keep_detail (self);
  if (response != NULL)
    return status == IPP_STATUS_ERROR_NOT_FOUND ? MSK_CUPS_REPLY_NOT_FOUND : MSK_CUPS_REPLY_REFUSED;

  /* HTTP's own refusals come without an IPP answer. Every other failure counts as silence. */
  if (status == IPP_STATUS_ERROR_FORBIDDEN || status == IPP_STATUS_ERROR_NOT_AUTHENTICATED ||
      status == IPP_STATUS_ERROR_NOT_AUTHORIZED ||
      status == IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED)
    return MSK_CUPS_REPLY_REFUSED;

  return MSK_CUPS_REPLY_LOST;
}

static ino_t
get_socket (MskCupsConnection *self)
{
  struct stat status;

  return fstat (httpGetFd (self->http), &status) == 0 ? status.st_ino : 0;
}

/* libcups connects again without a word when the other side has gone away, and the one who answers
 * then may be a new process that has forgotten what the old one did. It also does so to show who it
 * is, which is harmless. */
static gboolean
was_broken (MskCupsConnection *self)
{
  ino_t socket = get_socket (self);
  const char *proof = httpGetAuthString (self->http);
  gboolean is_broken = socket != self->socket && g_strcmp0 (proof, self->proof) == 0;

  self->socket = socket;
  g_free (self->proof);
  self->proof = g_strdup (proof);

  return is_broken;
}

static gboolean
write_document (MskCupsConnection *self, GBytes *document, GCancellable *cancellable)
{
  gsize left;
  const char *data = g_bytes_get_data (document, &left);

  while (left > 0)
    {
      gsize size = MIN (left, WRITE_CHUNK);

      if (g_cancellable_is_cancelled (cancellable) ||
          cupsWriteRequestData (self->http, data, size) != HTTP_STATUS_CONTINUE)
        return FALSE;

      data += size;
      left -= size;
    }

  return TRUE;
}

MskCupsConnection *
msk_cups_connection_open (const char *server, GError **error)
{
  g_autoptr(MskCupsConnection) self = g_new0 (MskCupsConnection, 1);
  g_autoptr(GError) bad_address = NULL;

  cupsSetPasswordCB2 (refuse_password_cb, NULL);
  self->http = connect_to (server, &bad_address);
  keep_detail (self);
  if (self->http == NULL)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_ABSENT,
                   _ ("The printing system does not answer (%s); start it with: sudo systemctl "
                      "start cups"),
                   bad_address != NULL ? bad_address->message : self->detail);
      return NULL;
    }

  if (!httpAddrLocalhost (httpGetAddress (self->http)))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
                           _ ("The printing system in use is on another machine; take ServerName "
                              "out of "
                              "/etc/cups/client.conf and CUPS_SERVER out of the environment."));
      return NULL;
    }

  httpSetTimeout (self->http, ANSWER_LIMIT_SECONDS, give_up_cb, NULL);
  self->socket = get_socket (self);
  self->proof = g_strdup (httpGetAuthString (self->http));
  return g_steal_pointer (&self);
}

void
msk_cups_connection_free (MskCupsConnection *self)
{
  g_clear_pointer (&self->http, httpClose);
  g_free (self->detail);
  g_free (self->proof);
  g_free (self);
}

ipp_t *
msk_cups_connection_new_request (ipp_op_t operation, const char *queue)
{
  ipp_t *request = ippNewRequest (operation);

  if (queue != NULL)
    {
      char uri[HTTP_MAX_URI];

      httpAssembleURIf (HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL, "localhost", 0,
                        "/printers/%s", queue);
      ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, uri);
    }
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL,
                NEUTRAL_USER);

  return request;
}

MskCupsReply
msk_cups_connection_ask (MskCupsConnection *self,
                         ipp_t *request,
                         const char *resource,
                         ipp_t **response)
{
  g_autoptr(ipp_t) answer = cupsDoRequest (self->http, request, resource);
  MskCupsReply reply = classify (self, answer);

  if (was_broken (self))
    return MSK_CUPS_REPLY_LOST;
  if (reply == MSK_CUPS_REPLY_OK && response != NULL)
    *response = g_steal_pointer (&answer);

  return reply;
}

MskCupsReply
msk_cups_connection_send_document (MskCupsConnection *self,
                                   ipp_t *request,
                                   const char *resource,
                                   GBytes *document,
                                   GCancellable *cancellable,
                                   gboolean *may_have_arrived)
{
  g_autoptr(ipp_t) owned = request;
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply;

  *may_have_arrived = FALSE;
  if (cupsSendRequest (self->http, request, resource, CUPS_LENGTH_VARIABLE) !=
          HTTP_STATUS_CONTINUE ||
      !write_document (self, document, cancellable))
    {
      keep_detail (self);
      /* Nobody may speak on after half a request, nor may libcups end it properly: cut it off. */
      httpShutdown (self->http);
      return MSK_CUPS_REPLY_LOST;
    }

  /* Fetching the answer is what sends the mark of the document's end. */
  *may_have_arrived = TRUE;
  answer = cupsGetResponse (self->http, resource);
  reply = classify (self, answer);
  return was_broken (self) ? MSK_CUPS_REPLY_LOST : reply;
}

const char *
msk_cups_connection_get_detail (MskCupsConnection *self)
{
  return self->detail != NULL ? self->detail : "";
}
