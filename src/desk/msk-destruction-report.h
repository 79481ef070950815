/* Destruction on paper (D1): the list of one batch, the register of batches, and what went back to
 * its originator. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* 销毁清单: what is in the batch, when each thing was scanned before and at the machine, method,
 * place and time, and lines for the four signatures. At every stage, so that a list goes with the
 * proposal too. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_destruction_report_add_list (MskReport *report,
                                          MskSession *session,
                                          gint64 id,
                                          GError **error);

/* 销毁登记: each batch and how it ended, then what was destroyed, and what went back to its
 * originator. */
gboolean msk_destruction_report_add_register (MskReport *report,
                                              MskSession *session,
                                              GError **error);

/* 退回登记 of one return, with lines for the signatures of who gave and who took it. */
gboolean msk_destruction_report_add_return (MskReport *report,
                                            MskSession *session,
                                            gint64 id,
                                            GError **error);

G_END_DECLS
