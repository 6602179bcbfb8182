#include <opencv2/imgcodecs.hpp>

#include "guard.h"

// Message of the last failed call on this thread. Valid until the next failed call on the same thread.
EXPORT const char* pni_last_error() { return guard::last_error.c_str(); }
