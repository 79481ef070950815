/* One conversation with the printing system of this machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cups/cups.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MskCupsConnection MskCupsConnection;

/* How a request ended. Only an answer is proof; without one nobody knows whether the request was
 * carried out. */
typedef enum
{
  MSK_CUPS_REPLY_OK,
  MSK_CUPS_REPLY_NOT_FOUND, /* answered: there is no such queue or job */
  MSK_CUPS_REPLY_REFUSED,   /* answered: no */
  MSK_CUPS_REPLY_LOST,      /* not answered, or by another process than the request before */
} MskCupsReply;

/* server: a socket's path or host:port; NULL means what libcups is set to. Fails with
 * MSK_SYSTEM_ERROR_PRINTER_ABSENT when nothing answers and MSK_RULE_ERROR_PRINTER_UNSAFE when it is
 * another machine (rule A1). Belongs to the thread that opened it. */
MskCupsConnection *msk_cups_connection_open (const char *server,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_cups_connection_free (MskCupsConnection *self);

/* A request about a queue (or, with NULL, about none), in a neutral user's name. The caller owns
 * it. */
ipp_t *msk_cups_connection_new_request (ipp_op_t operation,
                                        const char *queue) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the request. response may be NULL; it is set only with MSK_CUPS_REPLY_OK, and the caller
 * frees it with ippDelete. */
MskCupsReply msk_cups_connection_ask (MskCupsConnection *self,
                                      ipp_t *request,
                                      const char *resource,
                                      ipp_t **response);

/* The same with a document after the request; may_have_arrived says whether all of it was handed
 * over. cancellable stops it before that point. */
MskCupsReply msk_cups_connection_send_document (MskCupsConnection *self,
                                                ipp_t *request,
                                                const char *resource,
                                                GBytes *document,
                                                GCancellable *cancellable,
                                                gboolean *may_have_arrived);

/* What libcups said about the last request that did not end well. */
const char *msk_cups_connection_get_detail (MskCupsConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskCupsConnection, msk_cups_connection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ipp_t, ippDelete)

G_END_DECLS
