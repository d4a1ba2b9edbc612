namespace LongAnGis.Web.Platform;

/// <summary>What a status means, in words for a heading.</summary>
public static class StatusTitles
{
    public static string For(int status, Language language) => status switch
    {
        400 => language.Say("Yêu cầu không hợp lệ", "Invalid request"),
        401 => language.Say("Cần đăng nhập", "Sign in first"),
        403 => language.Say("Không có quyền", "Not allowed"),
        404 => language.Say("Không tìm thấy", "Not found"),
        405 => language.Say("Cách gọi không được phép", "Method not allowed"),
        406 => language.Say("Không có dạng dữ liệu được yêu cầu", "Not available in the requested form"),
        409 => language.Say("Xung đột với trạng thái hiện tại", "In conflict with the present state"),
        412 => language.Say("Nội dung đã thay đổi", "It has changed meanwhile"),
        413 => language.Say("Nội dung gửi lên quá lớn", "Content too large"),
        414 => language.Say("Địa chỉ quá dài", "Address too long"),
        415 => language.Say("Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
        422 => language.Say("Nội dung chưa hợp lệ", "The content is not valid"),
        428 => language.Say("Thiếu phiên bản hoặc khóa yêu cầu", "A version or request key is missing"),
        429 => language.Say("Quá nhiều yêu cầu", "Too many requests"),
        499 => language.Say("Yêu cầu đã bị hủy", "Request cancelled"),
        503 => language.Say("Tạm thời chưa phục vụ được", "Temporarily unavailable"),
        >= 500 => language.Say("Lỗi hệ thống", "Something went wrong"),
        _ => language.Say("Yêu cầu không thực hiện được", "Request not possible"),
    };
}
